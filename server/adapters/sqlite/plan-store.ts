import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { GroupId, MeetingId, MethodId, WorkshopId } from '#shared/base/ids.ts'
import { inPlanOrder } from '#shared/agenda/times.ts'
import { cancelled, cancelledMeetingSchema, meetingSchema, type Meeting } from '#shared/agenda/meeting.ts'
import { ownMethodSchema, type OwnMethod } from '#shared/methods/own-method.ts'
import { limits } from '#shared/base/limits.ts'
import { refused, type Result } from '#shared/base/result.ts'
import type { PlanBounds, PlanStore } from '#server/ports/plan-store.ts'
import type { SpeakerNote } from '#shared/protocol/speaker-notes.ts'
import type { Summary } from '#shared/protocol/summaries.ts'
import { asking } from './storage-errors.ts'

const meetingRow = z
  .object({ body: z.string().transform((text) => JSON.parse(text) as unknown) })
  .transform(({ body }) => meetingSchema.parse(body))
const methodRow = z
  .object({ body: z.string().transform((text) => JSON.parse(text) as unknown) })
  .transform(({ body }) => ownMethodSchema.parse(body))
const cancelledRow = cancelledMeetingSchema.extend({
  groupIds: z
    .string()
    .transform((text) => JSON.parse(text) as unknown)
    .pipe(cancelledMeetingSchema.shape.groupIds),
})
const countRow = z.object({ count: z.number().int() })
const useRow = z.object({ count: z.number().int(), bytes: z.number().int() })
const noteRow = z.object({ placeId: z.string(), text: z.string() })
const summaryRow = z.object({
  groupId: (z.string() as unknown as z.ZodType<GroupId>).nullable(),
  text: z.string(),
})

/** Plans beside the people they belong to: one row per meeting or method, as JSON, because each is read as a whole. */
export class SqlitePlanStore implements PlanStore {
  readonly #database: Database.Database
  readonly #all: Database.Statement
  readonly #one: Database.Statement
  readonly #use: Database.Statement
  readonly #add: Database.Statement
  readonly #change: Database.Statement
  readonly #remove: Database.Statement
  readonly #cancelled: Database.Statement
  readonly #cancel: Database.Statement
  readonly #forgetCancelled: Database.Statement
  readonly #methods: Database.Statement
  readonly #countMethods: Database.Statement
  readonly #addMethod: Database.Statement
  readonly #changeMethod: Database.Statement
  readonly #knowsMethod: Database.Statement
  readonly #removeMethod: Database.Statement
  readonly #notes: Database.Statement
  readonly #writeNote: Database.Statement
  readonly #removeNote: Database.Statement
  readonly #summaries: Database.Statement
  readonly #addSummary: Database.Statement
  readonly #removeSummary: Database.Statement

  /** Shares the database with the people store, which closes it. */
  constructor(database: Database.Database) {
    this.#database = database
    this.#all = database.prepare('SELECT body FROM meetings WHERE workshop_id = ? ORDER BY rowid')
    this.#one = database.prepare('SELECT body FROM meetings WHERE workshop_id = ? AND id = ?')
    this.#use = database.prepare(
      `SELECT count(*) AS count, coalesce(sum(octet_length(body)), 0) AS bytes
       FROM meetings WHERE workshop_id = ?`,
    )
    this.#add = database.prepare('INSERT INTO meetings (workshop_id, id, body) VALUES (?, ?, ?)')
    this.#change = database.prepare('UPDATE meetings SET body = ? WHERE workshop_id = ? AND id = ?')
    this.#methods = database.prepare('SELECT body FROM methods WHERE workshop_id = ? ORDER BY rowid')
    this.#countMethods = database.prepare('SELECT count(*) AS count FROM methods WHERE workshop_id = ?')
    this.#addMethod = database.prepare(
      'INSERT INTO methods (workshop_id, id, revision, body) VALUES (?, ?, ?, ?)',
    )
    this.#changeMethod = database.prepare(
      `UPDATE methods SET revision = @revision, body = @body
       WHERE workshop_id = @workshopId AND id = @id AND revision = @revision - 1`,
    )
    this.#knowsMethod = database.prepare('SELECT 1 FROM methods WHERE workshop_id = ? AND id = ?')
    this.#removeMethod = database.prepare('DELETE FROM methods WHERE workshop_id = ? AND id = ?')
    this.#notes = database.prepare(
      'SELECT place_id AS placeId, text FROM speaker_notes WHERE group_id = ? ORDER BY place_id',
    )
    this.#writeNote = database.prepare(
      `INSERT INTO speaker_notes (group_id, place_id, text) VALUES (?, ?, ?)
       ON CONFLICT (group_id, place_id) DO UPDATE SET text = excluded.text`,
    )
    this.#removeNote = database.prepare('DELETE FROM speaker_notes WHERE group_id = ? AND place_id = ?')
    this.#summaries = database.prepare(
      'SELECT group_id AS groupId, text FROM summaries WHERE workshop_id = ? ORDER BY group_id',
    )
    this.#addSummary = database.prepare(
      'INSERT INTO summaries (workshop_id, group_id, text) VALUES (?, ?, ?)',
    )
    this.#removeSummary = database.prepare('DELETE FROM summaries WHERE workshop_id = ? AND group_id IS ?')
    this.#remove = database.prepare('DELETE FROM meetings WHERE workshop_id = ? AND id = ?')
    this.#cancelled = database.prepare(
      `SELECT id, sequence, starts_at AS startsAt, minutes, group_ids AS groupIds FROM cancelled_meetings
       WHERE workshop_id = ? AND starts_at > ? ORDER BY starts_at`,
    )
    this.#cancel = database.prepare(
      `INSERT OR REPLACE INTO cancelled_meetings (workshop_id, id, sequence, starts_at, minutes, group_ids)
       VALUES (@workshopId, @id, @sequence, @startsAt, @minutes, @groupIds)`,
    )
    this.#forgetCancelled = database.prepare(
      `DELETE FROM cancelled_meetings WHERE workshop_id = @workshopId AND (starts_at <= @now OR id NOT IN (
         SELECT id FROM cancelled_meetings WHERE workshop_id = @workshopId ORDER BY starts_at DESC LIMIT @most))`,
    )
  }

  async meetings(workshopId: WorkshopId) {
    return inPlanOrder(asking(() => this.#all.all(workshopId)).map((row) => meetingRow.parse(row)))
  }

  async meeting(workshopId: WorkshopId, id: MeetingId) {
    return asking(() => this.#stored(workshopId, id))
  }

  async add(workshopId: WorkshopId, meetings: readonly Meeting[], bounds: PlanBounds) {
    const add = this.#database.transaction(() => {
      const { count, bytes } = useRow.parse(this.#use.get(workshopId))
      const bodies = meetings.map((meeting) => JSON.stringify(meeting))
      const more = bodies.reduce((sum, body) => sum + Buffer.byteLength(body), 0)
      if (count + meetings.length > bounds.meetings || bytes + more > bounds.bytes) return false
      for (const [n, { id }] of meetings.entries()) this.#add.run(workshopId, id, bodies[n])
      return true
    })
    return asking(() => add.immediate())
  }

  async change<Refusal>(
    workshopId: WorkshopId,
    id: MeetingId,
    decide: (meeting: Meeting) => Result<Meeting, Refusal>,
    bounds: PlanBounds,
  ): Promise<Result<Meeting, Refusal | 'plan_full'> | null> {
    const change = this.#database.transaction((): Result<Meeting, Refusal | 'plan_full'> | null => {
      const stored = this.#stored(workshopId, id)
      if (!stored) return null
      const decided = decide(stored)
      if (!decided.ok) return decided
      const body = JSON.stringify(decided.value)
      const more = Buffer.byteLength(body) - Buffer.byteLength(JSON.stringify(stored))
      const { bytes } = useRow.parse(this.#use.get(workshopId))
      if (more > 0 && bytes + more > bounds.bytes) return refused('plan_full')
      this.#change.run(body, workshopId, id)
      return decided
    })
    return asking(() => change.immediate())
  }

  async remove(workshopId: WorkshopId, id: MeetingId, now: number) {
    const remove = this.#database.transaction(() => {
      const meeting = this.#stored(workshopId, id)
      const left = meeting && cancelled(meeting)
      this.#remove.run(workshopId, id)
      if (left) this.#cancel.run({ ...left, workshopId, groupIds: JSON.stringify(left.groupIds) })
      this.#forgetCancelled.run({ workshopId, now, most: limits.maxCancelledMeetings })
    })
    asking(() => remove.immediate())
  }

  async cancelled(workshopId: WorkshopId, now: number) {
    return asking(() => this.#cancelled.all(workshopId, now)).map((row) => cancelledRow.parse(row))
  }

  async methods(workshopId: WorkshopId) {
    return asking(() => this.#methods.all(workshopId)).map((row) => methodRow.parse(row))
  }

  async addMethod(workshopId: WorkshopId, method: OwnMethod, max: number) {
    const add = this.#database.transaction(() => {
      if (countRow.parse(this.#countMethods.get(workshopId)).count >= max) return false
      this.#addMethod.run(workshopId, method.id, method.revision, JSON.stringify(method))
      return true
    })
    return asking(() => add.immediate())
  }

  async changeMethod(workshopId: WorkshopId, method: OwnMethod) {
    const change = this.#database.transaction(() => {
      const { id, revision } = method
      if (this.#knowsMethod.get(workshopId, id) === undefined) return null
      return this.#changeMethod.run({ workshopId, id, revision, body: JSON.stringify(method) }).changes === 1
    })
    return asking(() => change.immediate())
  }

  async removeMethod(workshopId: WorkshopId, id: MethodId) {
    asking(() => this.#removeMethod.run(workshopId, id))
  }

  async speakerNotes(groupId: GroupId) {
    return asking(() => this.#notesOf(groupId))
  }

  async writeSpeakerNote(groupId: GroupId, { placeId, text }: SpeakerNote, from: string, max: number) {
    const write = this.#database.transaction(() => {
      const notes = this.#notesOf(groupId)
      const now = notes.find((note) => note.placeId === placeId)?.text ?? ''
      if (now !== from && now !== text) return false
      if (text === '') this.#removeNote.run(groupId, placeId)
      else if (now === '' && notes.length >= max) return false
      else this.#writeNote.run(groupId, placeId, text)
      return true
    })
    return asking(() => write.immediate())
  }

  async summaries(workshopId: WorkshopId) {
    return asking(() => this.#summariesOf(workshopId))
  }

  async writeSummary(workshopId: WorkshopId, { groupId, text }: Summary, from: string) {
    const write = this.#database.transaction(() => {
      const now = this.#summariesOf(workshopId).find((one) => one.groupId === groupId)?.text ?? ''
      if (now !== from && now !== text) return false
      this.#removeSummary.run(workshopId, groupId)
      if (text !== '') this.#addSummary.run(workshopId, groupId, text)
      return true
    })
    return asking(() => write.immediate())
  }

  #summariesOf(workshopId: WorkshopId): Summary[] {
    return this.#summaries.all(workshopId).map((row) => summaryRow.parse(row))
  }

  #notesOf(groupId: GroupId): SpeakerNote[] {
    return this.#notes.all(groupId).map((row) => noteRow.parse(row))
  }

  #stored(workshopId: WorkshopId, id: MeetingId): Meeting | null {
    const row = this.#one.get(workshopId, id)
    return row === undefined ? null : meetingRow.parse(row)
  }
}
