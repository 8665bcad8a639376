import { newId } from '#shared/base/ids.ts'
import type { Step } from '#shared/facilitation/step/step.ts'
import type { Vote } from '#shared/facilitation/vote/vote.ts'
import { silentStep } from './silent-rooms.ts'

/** Participants give two dots to two cards, in secret; and the step in which they do. */
export function sampleVote() {
  const [red, blue] = [newId(), newId()]
  const vote: Vote = {
    id: 'vote-1',
    question: 'Womit beginnen wir?',
    pageId: null,
    kind: { type: 'dots', dotsPerPerson: 2, dotsPerCard: 2 },
    candidates: [red, blue],
    electorate: { roles: ['participant'], organisationKinds: null },
    secret: true,
    trial: false,
    parts: 'none',
  }
  const mode = { type: 'vote', voteId: vote.id } as const
  const step: Step = { ...silentStep('named'), title: 'Abstimmen', mode }
  return { red, blue, vote, step }
}
