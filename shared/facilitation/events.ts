import { z } from 'zod'
import { commandIdSchema } from './commands.ts'
import type { FinishedEvent } from './finished/events.ts'
import type { HandEvent } from './hands/events.ts'
import type { ReactedEvent } from './reactions/events.ts'
import type { AtTheDoorEvent } from './lobby/events.ts'
import type { MutedEvent } from './muted/events.ts'
import { memberId, timeMs } from './fields.ts'
import { topics } from './topics.ts'

/** What can happen and is kept. The only description of it: types, files and the log follow from it. */
const eventSchema = z.discriminatedUnion('type', [
  ...topics.place.events,
  ...topics.timer.events,
  ...topics.lock.events,
  ...topics.step.events,
  ...topics.reactions.events,
  ...topics.silent.events,
  ...topics.votes.events,
  ...topics.call.events,
  ...topics.pageLocks.events,
  ...topics.lobby.events,
])
export type FacilitationEvent = z.infer<typeof eventSchema>

const types: ReadonlySet<string> = new Set(eventSchema.options.map(({ shape }) => shape.type.value))
/** Whether this version knows such an event. */
export const isEventType = (type: string): type is FacilitationEvent['type'] => types.has(type)

/**
 * What can happen and is kept by nobody: it changes the state and is gone with it. For what would make statistics of
 * people: who spoke how often, who was slow.
 */
type PassingEvent = HandEvent | FinishedEvent | ReactedEvent | MutedEvent | AtTheDoorEvent
export type AnyEvent = FacilitationEvent | PassingEvent

const passing: ReadonlySet<string> = new Set<PassingEvent['type']>([
  ...topics.hands.passing,
  ...topics.finished.passing,
  ...topics.reactions.passing,
  ...topics.muted.passing,
  ...topics.lobby.passing,
])
export const isPassing = (event: AnyEvent): event is PassingEvent => passing.has(event.type)

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

/** What the state evolves by: an envelope, or the same around something passing, which takes no number. */
export type Happening = Omit<EventEnvelope, 'event'> & { event: AnyEvent }

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
