import type { Viewer } from '../topic.ts'
import type { Finished, SeenFinished } from './state.ts'

/** Names for the moderation, unless people write without theirs; a number for everybody; and each knows of themselves. */
export function seenFinished({ who, nameless }: Finished, { memberId, facilitates }: Viewer): SeenFinished {
  return {
    mine: who.includes(memberId),
    count: who.length,
    members: facilitates && !nameless ? [...who] : null,
  }
}

export const finishedClassOf = ({ who }: Finished, { memberId }: Viewer): string =>
  who.includes(memberId) ? 'finished' : 'not finished'
