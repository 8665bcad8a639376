import { z } from 'zod'
import { limits } from '../../base/limits.ts'
import { summonsTarget } from './state.ts'

export const callCommands = [
  z.object({ type: z.literal('sayToRoom'), text: z.string().trim().min(1).max(limits.maxRoomMessageChars) }),
  z.object({ type: z.literal('clearMessage') }),
  /** Asks everybody to go to another room. Nobody is moved. */
  z.object({ type: z.literal('summon'), to: summonsTarget }),
  z.object({ type: z.literal('endSummons') }),
] as const
export type CallCommand = z.infer<(typeof callCommands)[number]>
