import type { FacilitationEvent } from '../events.ts'

/**
 * What events say of when steps are due: the deadline of a step in people's own time, null for one that is not due any
 * more. Of several events about one step the last counts.
 */
export function dueChanges(events: readonly FacilitationEvent[]): Map<string, number | null> {
  const changes = new Map<string, number | null>()
  for (const event of events) {
    if (event.type === 'StepStarted' || event.type === 'StepChanged')
      changes.set(event.step.id, event.step.deadline)
    if (event.type === 'StepEnded') changes.set(event.stepId, null)
  }
  return changes
}
