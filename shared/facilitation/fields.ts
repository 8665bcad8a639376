import { z } from 'zod'
import { isId, type GroupId, type MemberId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import { EARLIEST_MOMENT, LATEST_MOMENT } from '../base/moment.ts'

/** Fields that commands and events have in common. */
export const pageId = z.string().startsWith('page:').max(100)
export const memberId = z.string().refine(isId) as unknown as z.ZodType<MemberId>
export const groupId = z.string().refine(isId) as unknown as z.ZodType<GroupId>
/** Milliseconds since the Unix epoch. */
export const timeMs = z.number().min(EARLIEST_MOMENT).max(LATEST_MOMENT)
/** How long a timer may be set. */
export const durationMs = z.number().int().min(1_000).max(limits.maxTimerMs)
