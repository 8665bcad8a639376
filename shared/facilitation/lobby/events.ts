import { z } from 'zod'
import type { MemberId } from '../../base/ids.ts'

export const lobbyEvents = [
  z.object({ type: z.literal('DoorClosed') }),
  z.object({ type: z.literal('DoorOpened') }),
] as const

/** Passing: who waited and when somebody came stands in no log. Hence no schemas. */
export type AtTheDoorEvent =
  { type: 'Knocked'; name: string } | { type: 'Admitted'; memberIds: readonly MemberId[] }
export type LobbyEvent = z.infer<(typeof lobbyEvents)[number]> | AtTheDoorEvent
