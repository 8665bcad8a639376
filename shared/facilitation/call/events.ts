import { z } from 'zod'
import { summonsTarget } from './state.ts'

export const callEvents = [
  z.object({ type: z.literal('RoomTold'), text: z.string() }),
  z.object({ type: z.literal('MessageCleared') }),
  z.object({ type: z.literal('EveryoneSummoned'), to: summonsTarget }),
  z.object({ type: z.literal('SummonsEnded') }),
] as const
export type CallEvent = z.infer<(typeof callEvents)[number]>
