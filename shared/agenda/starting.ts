import type { MemberId } from '../base/ids.ts'
import type { Mode } from '../facilitation/step/mode.ts'
import type { Step } from '../facilitation/step/step.ts'
import type { Phase } from '../workshop/phases.ts'
import type { PlannedMode, PlannedStep } from './meeting.ts'

/** Where a step without a place of its own happens, and who leads it. */
interface Setting {
  phase: Phase
  pageId: string
  /** The phase of each page, so that a step is in the phase of the page it happens on. */
  phaseOf: (pageId: string) => Phase | null
  by: MemberId
}

/**
 * A planned step as it enters a room. Field by field: the private note has no way in.
 */
export function stepToRun(planned: PlannedStep, setting: Setting): Step {
  const pageId = planned.pageId ?? setting.pageId
  return {
    id: planned.id,
    title: planned.title,
    instruction: planned.instruction,
    plannedMinutes: planned.minutes,
    phase: setting.phaseOf(pageId) ?? planned.phase ?? setting.phase,
    pageId,
    methodId: planned.methodId,
    mode: modeToRun(planned.mode, planned.id, setting.by),
    deadline: null,
  }
}

function modeToRun(mode: PlannedMode, stepId: string, by: MemberId): Mode {
  switch (mode.type) {
    case 'present':
      return { type: 'present', presenter: by }
    case 'vote':
      return { type: 'vote', voteId: stepId }
    default:
      return mode
  }
}
