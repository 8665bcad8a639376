import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { MeetingId, WorkshopId } from '#shared/base/ids.ts'
import { inPlanOrder } from '#shared/agenda/times.ts'
import { meetingSchema, type Meeting } from '#shared/agenda/meeting.ts'
import type { Result } from '#shared/base/result.ts'
import type { PlanStore } from '#server/ports/plan-store.ts'
import { asking } from './storage-errors.ts'

const meetingRow = z
  .object({ body: z.string().transform((text) => JSON.parse(text) as unknown) })
  .transform(({ body }) => meetingSchema.parse(body))
const countRow = z.object({ count: z.number().int() })

/** Plans beside the people they belong to: one row per meeting, its agenda as JSON, because it is read as a whole. */
export class SqlitePlanStore implements PlanStore {
  readonly #database: Database.Database
  readonly #all: Database.Statement
  readonly #one: Database.Statement
  readonly #count: Database.Statement
  readonly #add: Database.Statement
  readonly #change: Database.Statement
  readonly #remove: Database.Statement

  /** Shares the database with the people store, which closes it. */
  constructor(database: Database.Database) {
    this.#database = database
    this.#all = database.prepare('SELECT body FROM meetings WHERE workshop_id = ? ORDER BY rowid')
    this.#one = database.prepare('SELECT body FROM meetings WHERE workshop_id = ? AND id = ?')
    this.#count = database.prepare('SELECT count(*) AS count FROM meetings WHERE workshop_id = ?')
    this.#add = database.prepare('INSERT INTO meetings (workshop_id, id, body) VALUES (?, ?, ?)')
    this.#change = database.prepare('UPDATE meetings SET body = ? WHERE workshop_id = ? AND id = ?')
    this.#remove = database.prepare('DELETE FROM meetings WHERE workshop_id = ? AND id = ?')
  }

  async meetings(workshopId: WorkshopId) {
    return inPlanOrder(asking(() => this.#all.all(workshopId)).map((row) => meetingRow.parse(row)))
  }

  async meeting(workshopId: WorkshopId, id: MeetingId) {
    return asking(() => this.#stored(workshopId, id))
  }

  async add(workshopId: WorkshopId, meetings: readonly Meeting[], max: number) {
    const add = this.#database.transaction(() => {
      const { count } = countRow.parse(this.#count.get(workshopId))
      if (count + meetings.length > max) return false
      for (const meeting of meetings) this.#add.run(workshopId, meeting.id, JSON.stringify(meeting))
      return true
    })
    return asking(() => add.immediate())
  }

  async change<Refusal>(
    workshopId: WorkshopId,
    id: MeetingId,
    decide: (meeting: Meeting) => Result<Meeting, Refusal>,
  ): Promise<Result<Meeting, Refusal> | null> {
    const change = this.#database.transaction(() => {
      const stored = this.#stored(workshopId, id)
      if (!stored) return null
      const decided = decide(stored)
      if (decided.ok) this.#change.run(JSON.stringify(decided.value), workshopId, id)
      return decided
    })
    return asking(() => change.immediate())
  }

  async remove(workshopId: WorkshopId, id: MeetingId) {
    asking(() => this.#remove.run(workshopId, id))
  }

  #stored(workshopId: WorkshopId, id: MeetingId): Meeting | null {
    const row = this.#one.get(workshopId, id)
    return row === undefined ? null : meetingRow.parse(row)
  }
}
