import { z } from 'zod'
import { limits } from '../../base/limits.ts'
import { memberId } from '../fields.ts'

export const lobbyCommands = [
  /** From now on whoever comes waits to be let in. Those who are inside stay, and come back without waiting. */
  z.object({ type: z.literal('closeDoor'), inside: z.array(memberId).max(limits.maxMembersPerWorkshop) }),
  /** Lets in everybody who waits and whoever comes from now on. */
  z.object({ type: z.literal('openDoor') }),
  /** Lets in one person, or with null everybody who waits; whoever comes later waits again. */
  z.object({ type: z.literal('admit'), memberId: memberId.nullable() }),
  /** Somebody stands before the door. Given by the server for whom it did not let in. */
  z.object({ type: z.literal('knock'), name: z.string().max(limits.maxNameChars) }),
] as const
export type LobbyCommand = z.infer<(typeof lobbyCommands)[number]>
