import { z } from 'zod'
import { limits } from '../base/limits.ts'
import { timeMs } from '../facilitation/fields.ts'

const signed = { at: timeMs, by: z.string().max(limits.maxNameChars) }

/** What people write into the minutes themselves. Everything else in them writes itself. */
export const recordFieldsSchema = z.object({
  remarks: z.string().max(limits.maxMinutesChars),
  /** Who was there, one line each; null: no list is kept. */
  attendance: z
    .array(z.string().trim().min(1).max(limits.maxAttendanceChars))
    .max(limits.maxAttendance)
    .nullable(),
})
export type RecordFields = z.infer<typeof recordFieldsSchema>

export const recordSchema = recordFieldsSchema.extend({
  /** The text as it was released, in blocks of `shared/report/tree.ts`; null while it is a draft. */
  released: z
    .object({ ...signed, blocks: z.array(z.record(z.string(), z.unknown())).max(limits.maxMinutesBlocks) })
    .nullable(),
  /** Added below, in this order, since then; what was released stays as it was. */
  corrections: z
    .array(z.object({ ...signed, text: z.string().trim().min(1).max(limits.maxCorrectionChars) }))
    .max(limits.maxCorrections),
})
/** The minutes of a meeting, as far as somebody writes them. */
export type MeetingRecord = z.infer<typeof recordSchema>

export const noRecord: MeetingRecord = { remarks: '', attendance: null, released: null, corrections: [] }
