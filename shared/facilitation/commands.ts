import { z } from 'zod'
import { limits } from '../base/limits.ts'
import { phases } from '../workshop/phases.ts'

/**
 * What a moderator may impose on a room. Commands ask; only events change anything. All are safe to send twice:
 * the second one is refused or produces no event.
 */
const coordinate = z.number().min(-limits.maxCoordinate).max(limits.maxCoordinate)
const pageId = z.string().startsWith('page:').max(100)
const durationMs = z.number().int().min(1_000).max(limits.maxTimerMs)

export const commandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('goToPhase'), phase: z.enum(phases), pageId }),
  z.object({ type: z.literal('openPage'), pageId }),
  z.object({ type: z.literal('startTimer'), durationMs }),
  z.object({ type: z.literal('pauseTimer') }),
  z.object({ type: z.literal('resumeTimer') }),
  z.object({ type: z.literal('extendTimer'), byMs: durationMs }),
  z.object({ type: z.literal('endTimer') }),
  z.object({ type: z.literal('lock') }),
  z.object({ type: z.literal('unlock') }),
  z.object({
    type: z.literal('gather'),
    pageId,
    area: z.object({ x: coordinate, y: coordinate, w: coordinate, h: coordinate }).nullable(),
  }),
])
export type Command = z.infer<typeof commandSchema>
