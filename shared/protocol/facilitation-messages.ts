import { z } from 'zod'
import type { MemberId } from '../base/ids.ts'
import type { ErrorCode } from '../errors/catalogue.ts'
import { commandSchema } from '../facilitation/commands.ts'
import type { EventEnvelope } from '../facilitation/events.ts'
import type { FacilitationState } from '../facilitation/state.ts'
import type { Role } from '../workshop/roles.ts'

/** Payload of message type 100: one varString of JSON, client to server. */
export const upMessageSchema = z.discriminatedUnion('type', [
  /** `id` is chosen by the client and comes back in the answer. */
  z.object({ type: z.literal('command'), id: z.number().int().nonnegative(), command: commandSchema }),
  /** Asks for the server's clock; `sentAt` comes back unchanged, so that the way can be halved. */
  z.object({ type: z.literal('clock'), sentAt: z.number() }),
])
export type UpMessage = z.infer<typeof upMessageSchema>

/** A client's message, checked; null when it is none. */
export function parseUpMessage(json: string): UpMessage | null {
  try {
    return upMessageSchema.safeParse(JSON.parse(json)).data ?? null
  } catch {
    // not JSON
    return null
  }
}

/** Somebody with an open connection. Stamped by the server; presence states carry no identity. */
export interface Person {
  /** Awareness (Yjs) client id of the connection. */
  clientId: number
  memberId: MemberId
  name: string
  organisation: string
  role: Role
  /** Index into the presence palette, stable for one member. */
  colour: number
}

/** Payload of message type 100, server to client. `serverTime` in milliseconds since the Unix epoch. */
export type DownMessage =
  /** First facilitation message of every connection. */
  | {
      type: 'welcome'
      serverTime: number
      generation: number
      me: Person
      state: FacilitationState
      people: Person[]
    }
  | { type: 'event'; serverTime: number; envelope: EventEnvelope }
  | { type: 'accepted'; id: number }
  | { type: 'refused'; id: number; code: ErrorCode }
  | { type: 'clock'; sentAt: number; serverTime: number }
  | { type: 'people'; joined: Person[]; left: number[] }
  /** An update of this connection was taken, but not all of it. */
  | { type: 'corrected'; code: ErrorCode }
  /** The room can no longer (or again) store changes. */
  | { type: 'storage'; writable: boolean }
