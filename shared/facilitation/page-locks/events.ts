import { z } from 'zod'
import { pageId } from '../fields.ts'

export const pageLockEvents = [
  z.object({ type: z.literal('PageLocked'), pageId }),
  z.object({ type: z.literal('PageUnlocked'), pageId }),
] as const
export type PageLockEvent = z.infer<(typeof pageLockEvents)[number]>
