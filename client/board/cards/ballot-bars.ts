import { atom, type Atom } from 'tldraw'
import { votingOn, runningVotes } from '#client/ballots/votes.ts'
import type { RoomSession } from '#client/session/room-session.ts'

/** Height of what one votes with, at the foot of a card, in board units. */
export const BALLOT_BAR = 58

/**
 * Which cards this person votes on right now: those are higher by a bar. Only for this person, and never stored
 * (the page as one person sees it, not its geometry).
 */
export class BallotBars {
  private readonly cards: Atom<ReadonlySet<string>> = atom('cards to vote on', new Set())
  private readonly stop: () => void
  private onChange: () => void = () => undefined

  constructor(session: Pick<RoomSession, 'facilitation' | 'ballots'>) {
    this.cards.set(cardsToVoteOn(session))
    this.stop = session.facilitation.subscribe((now, before) => {
      if (now.state === before.state && now.me === before.me) return
      const cards = cardsToVoteOn(session)
      if (sameSet(cards, this.cards.get())) return
      this.cards.set(cards)
      this.onChange()
    })
  }

  /** Calls `listener` when cards got or lost their bar. */
  listen(listener: () => void): void {
    this.onChange = listener
  }

  /** Reading it inside a reaction follows its changes. */
  readonly heightOf = (artefactId: string): number => (this.cards.get().has(artefactId) ? BALLOT_BAR : 0)

  destroy(): void {
    this.stop()
  }
}

function cardsToVoteOn(session: Pick<RoomSession, 'facilitation' | 'ballots'>): ReadonlySet<string> {
  const { state } = session.facilitation.getState()
  const candidates = state ? runningVotes(state).flatMap(({ vote }) => vote.candidates) : []
  return new Set(candidates.filter((id) => votingOn(session, state, id) !== null))
}

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  a.size === b.size && [...a].every((each) => b.has(each))
