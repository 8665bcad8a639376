import type { Viewer } from '../topic.ts'
import type { SeenSteps, Steps } from './state.ts'

/** Everybody sees the steps; what could be taken back is the moderation's. */
export function seenSteps({ running, ownTime, former }: Steps, { facilitates }: Viewer): SeenSteps {
  return { running, ownTime: [...ownTime], canUndo: facilitates && former !== null }
}
