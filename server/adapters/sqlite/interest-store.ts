import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { ArtefactId, GroupId, InterestId, WorkshopId } from '#shared/base/ids.ts'
import { interestFacts } from '#shared/gallery/interest.ts'
import { id } from '#shared/protocol/api.ts'
import type { Interest, InterestBounds, InterestStore } from '#server/ports/interest-store.ts'
import { asking } from './storage-errors.ts'

const interestRow = z.object({
  id: id<InterestId>(),
  workshopId: id<WorkshopId>(),
  groupId: id<GroupId>(),
  artefactId: id<ArtefactId>().nullable(),
  solution: z.string(),
  sentAt: z.number(),
  confirmedAt: z.number().nullable(),
  facts: z.string().transform((text) => interestFacts.parse(JSON.parse(text))),
})

const columns = `id, workshop_id AS workshopId, group_id AS groupId, artefact_id AS artefactId, solution, sent_at AS sentAt,
  confirmed_at AS confirmedAt, body AS facts`

/** What people from outside left, beside the workshop that it is for. */
export class SqliteInterestStore implements InterestStore {
  readonly #all: Database.Statement
  readonly #alike: Database.Statement
  readonly #add: Database.Statement
  readonly #confirm: Database.Statement
  readonly #take: Database.Statement
  readonly #sweep: Database.Statement

  /** Shares the database with the people store, which closes it and removes interest with group and workshop. */
  constructor(database: Database.Database) {
    this.#all = database.prepare(
      `SELECT ${columns} FROM interests WHERE workshop_id = ? AND secret_hash IS NULL ORDER BY sent_at, id`,
    )
    this.#alike = database.prepare(
      `SELECT 1 FROM interests WHERE workshop_id = @workshopId AND group_id = @groupId AND solution = @solution
       AND secret_hash IS NOT NULL AND lower(json_extract(body, '$.email')) = lower(@email)`,
    )
    // Counts and adds in one statement, so that two at once are not one too many
    const count = (which: string) =>
      `(SELECT count(*) FROM interests WHERE workshop_id = @workshopId AND secret_hash IS ${which})`
    this.#add = database.prepare(
      `INSERT INTO interests
         (id, workshop_id, group_id, artefact_id, solution, sent_at, confirmed_at, secret_hash, body)
       SELECT @id, @workshopId, @groupId, @artefactId, @solution, @sentAt, @confirmedAt, @secretHash, @body
       WHERE ${count('NULL')} < @listed AND (@secretHash IS NULL OR ${count('NOT NULL')} < @waiting)`,
    )
    this.#confirm = database.prepare(
      'UPDATE interests SET confirmed_at = @at, secret_hash = NULL WHERE secret_hash = @secretHash',
    )
    this.#take = database.prepare(
      `DELETE FROM interests WHERE workshop_id = ? AND id = ? RETURNING ${columns}`,
    )
    this.#sweep = database.prepare(
      'DELETE FROM interests WHERE sent_at < ? OR (secret_hash IS NOT NULL AND sent_at < ?)',
    )
  }

  async interestsOf(workshopId: WorkshopId) {
    return asking(() => this.#all.all(workshopId)).map((row): Interest => interestRow.parse(row))
  }

  async add({ facts, ...about }: Interest, secretHash: string | null, { listed, waiting }: InterestBounds) {
    const { workshopId, groupId, solution } = about
    const alike = { workshopId, groupId, solution, email: facts.email }
    if (secretHash !== null && asking(() => this.#alike.get(alike)) !== undefined) return 'waiting'
    const values = { ...about, secretHash, body: JSON.stringify(facts), listed, waiting }
    return asking(() => this.#add.run(values)).changes === 1 ? 'added' : 'full'
  }

  async confirm(secretHash: string, at: number) {
    return asking(() => this.#confirm.run({ secretHash, at })).changes === 1
  }

  async take(workshopId: WorkshopId, interestId: InterestId) {
    const row = asking(() => this.#take.get(workshopId, interestId))
    return row === undefined ? null : interestRow.parse(row)
  }

  async sweep(before: number, waitingBefore: number) {
    return asking(() => this.#sweep.run(before, waitingBefore)).changes
  }
}
