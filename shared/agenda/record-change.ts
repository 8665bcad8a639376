import { z } from 'zod'
import { limits } from '../base/limits.ts'
import { accepted, refused, type Result } from '../base/result.ts'
import type { Meeting } from './meeting.ts'
import {
  noRecord,
  recordFieldsSchema,
  recordSchema,
  type MeetingRecord,
  type RecordFields,
} from './record.ts'

/** What may be asked of it beside its release. `from` as in `change.ts`: two who write at once wipe out nobody's words. */
export const recordChangeSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('editRecord'),
    from: recordFieldsSchema.partial(),
    to: recordFieldsSchema.partial(),
  }),
  z.object({ type: z.literal('correct'), text: recordSchema.shape.corrections.element.shape.text }),
])
export type RecordChange = z.infer<typeof recordChangeSchema>

/** Who writes, and when in server time. */
interface Signature {
  by: string
  at: number
}

type RecordRefusal = 'plan_changed' | 'minutes_released' | 'minutes_draft' | 'minutes_full'

/**
 * Decides a change; touches nothing.
 * 1. What is released is never changed, only corrected.
 * 2. A correction says who made it and when, and stays.
 */
export function recordChanged(
  meeting: Meeting,
  change: RecordChange,
  signature: Signature,
): Result<Meeting, RecordRefusal> {
  const record = meeting.record ?? noRecord
  switch (change.type) {
    case 'editRecord':
      if (record.released) return refused('minutes_released')
      if (!fits(record, change.from, change.to)) return refused('plan_changed')
      return accepted({ ...meeting, record: { ...record, ...change.to } })
    case 'correct': {
      if (!record.released) return refused('minutes_draft')
      if (record.corrections.length >= limits.maxCorrections) return refused('minutes_full')
      const corrections = [...record.corrections, { ...signature, text: change.text }]
      return accepted({ ...meeting, record: { ...record, corrections } })
    }
  }
}

/** Released with this text; a second time nothing happens. */
export function recordReleased(
  meeting: Meeting,
  blocks: NonNullable<MeetingRecord['released']>['blocks'],
  signature: Signature,
): Result<Meeting, never> {
  const record = meeting.record ?? noRecord
  return accepted(
    record.released ? meeting : { ...meeting, record: { ...record, released: { ...signature, blocks } } },
  )
}

/** As lists of meetings hold it: that it is released, without the text. */
export function withoutText(meeting: Meeting): Meeting {
  const { record } = meeting
  return record?.released
    ? { ...meeting, record: { ...record, released: { ...record.released, blocks: [] } } }
    : meeting
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

function fits(now: RecordFields, from: Partial<RecordFields>, to: Partial<RecordFields>): boolean {
  const keys = Object.keys(to) as (keyof RecordFields)[]
  return keys.every((key) => isSame(now[key], from[key]) || isSame(now[key], to[key]))
}
