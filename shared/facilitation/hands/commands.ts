import { z } from 'zod'
import { memberId } from '../fields.ts'

export const handCommands = [
  z.object({ type: z.literal('raiseHand') }),
  z.object({ type: z.literal('lowerHand') }),
  /** Somebody has had their turn. */
  z.object({ type: z.literal('tickOffHand'), memberId }),
  /** Somebody's hand goes down without a turn: by mistake, or because it is settled. */
  z.object({ type: z.literal('takeDownHand'), memberId }),
] as const
export type HandCommand = z.infer<(typeof handCommands)[number]>
