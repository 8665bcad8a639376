import { z } from 'zod'
import { pageId } from '../fields.ts'

export const pageLockCommands = [
  z.object({ type: z.literal('lockPage'), pageId }),
  z.object({ type: z.literal('unlockPage'), pageId }),
] as const
export type PageLockCommand = z.infer<(typeof pageLockCommands)[number]>
