import type { Viewer } from '../topic.ts'
import type { Finished, SeenFinished } from './state.ts'

/** Names for the moderation, a number for everybody else; and each knows of themselves. */
export function seenFinished(finished: Finished, { memberId, facilitates }: Viewer): SeenFinished {
  return {
    mine: finished.includes(memberId),
    count: finished.length,
    members: facilitates ? [...finished] : null,
  }
}

export const finishedClassOf = (finished: Finished, { memberId }: Viewer): string =>
  finished.includes(memberId) ? 'finished' : 'not finished'
