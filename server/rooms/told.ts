import { ASIDE } from '#shared/base/draft-id.ts'
import type { DownMessage } from '#shared/protocol/facilitation-messages.ts'
import type { ToldAmounts } from '#shared/protocol/screen.ts'

/**
 * How much there is of what is hidden, as the people in a room were told last. A screen in the hall learns no more than
 * they do and no sooner, so that no single card and no single ballot is seen to come there either.
 */
export class Told implements ToldAmounts {
  readonly cards = new Map<string, number>()
  readonly ballots = new Map<string, number | null>()

  note(message: DownMessage): void {
    if (message.type === 'drafts' && message.stepId !== ASIDE) this.cards.set(message.stepId, message.cards)
    if (message.type === 'turnout') this.ballots.set(message.voteId, message.ballots)
  }
}
