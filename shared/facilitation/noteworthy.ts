import type { EventEnvelope } from './events.ts'

/** Something of a room that other systems may be told of, by ids alone. */
export interface Noteworthy {
  /** Of its event in the group. */
  seq: number
  at: number
  type: 'voteCounted' | 'stepEnded'
  /** Of the vote, or of the step. */
  subjectId: string
}

/** What of a history has to be told outside; the rest stays in the room. */
export function noteworthyIn(envelopes: readonly EventEnvelope[]): Noteworthy[] {
  return envelopes.flatMap(({ seq, at, event }): Noteworthy[] => {
    if (event.type === 'VoteCounted') return [{ seq, at, type: 'voteCounted', subjectId: event.voteId }]
    if (event.type === 'StepEnded') return [{ seq, at, type: 'stepEnded', subjectId: event.stepId }]
    return []
  })
}
