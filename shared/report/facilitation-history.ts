import { z } from 'zod'
import { limits } from '../base/limits.ts'
import { envelopeSchema, isEventType, readableEvents, type StoredEnvelope } from '../facilitation/events.ts'
import type { Phase } from '../workshop/phases.ts'

/** An event that only a newer version knows; kept as it is. */
const laterEvent = z
  .looseObject({ type: z.string().min(1).max(100) })
  .refine(({ type }) => !isEventType(type), 'not a sound event')
  .refine((event) => JSON.stringify(event).length <= limits.maxEventChars, 'event too long')

/** The whole history of one room as it stands in files: 1, 2, 3 … without gaps. */
export const historySchema = z
  .array(
    envelopeSchema
      .omit({ command: true })
      .extend({ event: z.union([envelopeSchema.shape.event, laterEvent]) }),
  )
  .max(limits.maxFileEvents)
  .refine((envelopes) => envelopes.every(({ seq }, n) => seq === n + 1), 'sequence numbers have a gap')

export interface PhaseChange {
  phase: Phase
  /** Milliseconds since the Unix epoch. */
  at: number
}

/** When a room entered which phase, in order; staying in a phase while turning pages is no change. */
export function phaseChanges(history: readonly StoredEnvelope[]): PhaseChange[] {
  const changes: PhaseChange[] = []
  for (const { at, event } of readableEvents(history)) {
    if (event.type !== 'PhaseAdvanced' || changes.at(-1)?.phase === event.phase) continue
    changes.push({ phase: event.phase, at })
  }
  return changes
}

/** The phase a room is in; every room begins with the preparation. */
export function currentPhase(history: readonly StoredEnvelope[]): Phase {
  return phaseChanges(history).at(-1)?.phase ?? 'preparation'
}
