import { z } from 'zod'
import { isId, type MemberId } from '../base/ids.ts'
import type { EventEnvelope, FacilitationEvent } from '../facilitation/events.ts'
import { phases, type Phase } from '../workshop/phases.ts'

const pageId = z.string().startsWith('page:').max(100)
const timeMs = z.number()

/** Facilitation events as they stand in files. */
const eventSchema: z.ZodType<FacilitationEvent> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('PhaseAdvanced'), phase: z.enum(phases), pageId }),
  z.object({ type: z.literal('PageOpened'), pageId }),
  z.object({ type: z.literal('TimerStarted'), endsAt: timeMs, plannedMs: z.number() }),
  z.object({ type: z.literal('TimerPaused'), remainingMs: z.number() }),
  z.object({ type: z.literal('TimerResumed'), endsAt: timeMs }),
  z.object({ type: z.literal('TimerExtended'), byMs: z.number() }),
  z.object({ type: z.literal('TimerEnded') }),
  z.object({ type: z.literal('BoardLocked') }),
  z.object({ type: z.literal('BoardUnlocked') }),
  z.object({
    type: z.literal('EveryoneGathered'),
    pageId,
    area: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }).nullable(),
  }),
])

/** The whole history of one room: 1, 2, 3 … without gaps. */
export const historySchema = z
  .array(
    z.object({
      seq: z.number().int().positive(),
      at: timeMs,
      by: z.string().refine(isId) as unknown as z.ZodType<MemberId>,
      event: eventSchema,
    }),
  )
  .refine((envelopes) => envelopes.every(({ seq }, n) => seq === n + 1), 'sequence numbers have a gap')

export interface PhaseChange {
  phase: Phase
  /** Milliseconds since the Unix epoch. */
  at: number
}

/** When a room entered which phase, in order; staying in a phase while turning pages is no change. */
export function phaseChanges(history: readonly EventEnvelope[]): PhaseChange[] {
  const changes: PhaseChange[] = []
  for (const { at, event } of history) {
    if (event.type !== 'PhaseAdvanced' || changes.at(-1)?.phase === event.phase) continue
    changes.push({ phase: event.phase, at })
  }
  return changes
}

/** The phase a room is in; every room begins with the preparation. */
export function currentPhase(history: readonly EventEnvelope[]): Phase {
  return phaseChanges(history).at(-1)?.phase ?? 'preparation'
}
