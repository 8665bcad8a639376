import { z } from 'zod'
import { limits } from '../base/limits.ts'
import { accepted, refused, type Result } from '../base/result.ts'
import { stepId } from '../facilitation/step/step.ts'
import { meetingFieldsSchema, newStepSchema, stepFieldsSchema, type Meeting } from './meeting.ts'

const stepEditSchema = z.object({
  stepId,
  from: stepFieldsSchema.partial(),
  to: stepFieldsSchema.partial(),
})

/**
 * What may be asked of a meeting's agenda. Each touches as little as it can, so that two who plan at once get in each
 * other's way only where they write the very same field: then `from` no longer fits, and the second is told instead of
 * wiping out the first.
 */
export const planChangeSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('editMeeting'),
    from: meetingFieldsSchema.partial(),
    to: meetingFieldsSchema.partial(),
  }),
  /** `before` null: at the end. */
  z.object({
    type: z.literal('addSteps'),
    steps: z.array(newStepSchema).min(1).max(limits.maxAgendaSteps),
    before: stepId.nullable(),
  }),
  /** All of them or none. */
  z.object({
    type: z.literal('editSteps'),
    edits: z.array(stepEditSchema).min(1).max(limits.maxAgendaSteps),
  }),
  z.object({ type: z.literal('moveStep'), stepId, before: stepId.nullable() }),
  z.object({ type: z.literal('removeStep'), stepId }),
])
export type PlanChange = z.infer<typeof planChangeSchema>
type PlanRefusal = 'plan_changed' | 'plan_step_gone' | 'agenda_full'

/** Decides a change; touches nothing. A step added or removed twice stays as it is. */
export function changed(meeting: Meeting, change: PlanChange): Result<Meeting, PlanRefusal> {
  switch (change.type) {
    case 'editMeeting':
      return fits(meeting, change.from, change.to)
        ? accepted(edited(meeting, change.to))
        : refused('plan_changed')
    case 'addSteps': {
      const known = new Set(meeting.steps.map(({ id }) => id))
      const fresh = change.steps.filter(({ id }) => !known.has(id))
      const steps = inserted(meeting.steps, fresh, change.before)
      return steps.length > limits.maxAgendaSteps ? refused('agenda_full') : accepted({ ...meeting, steps })
    }
    case 'editSteps': {
      const steps = [...meeting.steps]
      for (const { stepId, from, to } of change.edits) {
        const at = steps.findIndex(({ id }) => id === stepId)
        const step = steps[at]
        if (!step) return refused('plan_step_gone')
        if (!fits(step, from, to)) return refused('plan_changed')
        steps[at] = { ...step, ...to }
      }
      return accepted({ ...meeting, steps })
    }
    case 'moveStep': {
      const step = meeting.steps.find(({ id }) => id === change.stepId)
      if (!step) return refused('plan_step_gone')
      if (change.before === step.id) return accepted(meeting)
      const others = meeting.steps.filter((each) => each !== step)
      return accepted({ ...meeting, steps: inserted(others, [step], change.before) })
    }
    case 'removeStep':
      return accepted({ ...meeting, steps: meeting.steps.filter(({ id }) => id !== change.stepId) })
  }
}

/** What stands in people's calendars; they take a later state of an event for newer by its number alone. */
const calendarFields = ['title', 'startsAt', 'minutes', 'place'] as const

function edited(meeting: Meeting, to: Partial<Meeting>): Meeting {
  const next = { ...meeting, ...to }
  const isNews = calendarFields.some((field) => !isSame(meeting[field], next[field]))
  return isNews ? { ...next, sequence: (meeting.sequence ?? 0) + 1 } : next
}

/** Whether every field that is to change still reads as the writer believed, or reads already as wanted. */
function fits<Fields extends object>(now: Fields, from: Partial<Fields>, to: Partial<Fields>): boolean {
  const keys = Object.keys(to) as (keyof Fields)[]
  return keys.every((key) => isSame(now[key], from[key]) || isSame(now[key], to[key]))
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Before a step that is gone meanwhile: at the end. */
function inserted<Step extends { id: string }>(steps: Step[], more: Step[], before: string | null): Step[] {
  const at = steps.findIndex(({ id }) => id === before)
  return at < 0 ? [...steps, ...more] : [...steps.slice(0, at), ...more, ...steps.slice(at)]
}
