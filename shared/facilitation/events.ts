import { z } from 'zod'
import { commandIdSchema } from './commands.ts'
import { memberId, timeMs } from './fields.ts'
import { topics } from './topics.ts'

/** What can happen. The only description of events: types, files and the log follow from it. */
export const eventSchema = z.discriminatedUnion('type', [
  ...topics.place.events,
  ...topics.timer.events,
  ...topics.lock.events,
])
export type FacilitationEvent = z.infer<typeof eventSchema>

const types: ReadonlySet<string> = new Set(eventSchema.options.map(({ shape }) => shape.type.value))
/** Whether this version knows such an event. */
export const isEventType = (type: string): type is FacilitationEvent['type'] => types.has(type)

const facts = {
  /** 1, 2, 3 … per group, without gaps. */
  seq: z.number().int().positive(),
  /** Server time. */
  at: timeMs,
  by: memberId,
  /** The command that it came of; logs of the first version do not have it. */
  command: commandIdSchema.optional(),
}

/** What happened. Appended to the event log in `seq` order, never changed; the raw material of the minutes. */
export const envelopeSchema = z.object({ ...facts, event: eventSchema })
export type EventEnvelope = z.infer<typeof envelopeSchema>

/**
 * As it stands in a log. The event may be one that only a newer version knows: such a log is read on after going back
 * to this one, and nothing in it is lost.
 */
export type StoredEnvelope = Omit<EventEnvelope, 'event'> & { event: { type: string } }

/** A stored event, checked; null for one that this version cannot read. */
export function readEnvelope(stored: StoredEnvelope): EventEnvelope | null {
  return envelopeSchema.safeParse(stored).data ?? null
}

/** The readable part of a history. */
export function readableEvents(history: readonly StoredEnvelope[]): EventEnvelope[] {
  return history.flatMap((stored) => readEnvelope(stored) ?? [])
}
