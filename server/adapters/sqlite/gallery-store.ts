import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { ArtefactId, GroupId, ProfileId, WorkshopId } from '#shared/base/ids.ts'
import { publicFields, type PublicProfile } from '#shared/gallery/public-profile.ts'
import { id } from '#shared/protocol/api.ts'
import type { GalleryStore, PublishedProfile } from '#server/ports/gallery-store.ts'
import { asking } from './storage-errors.ts'

/** A field that came with a later version is empty in what was published before it. */
const bodySchema: z.ZodType<PublicProfile> = z.object(
  Object.fromEntries(publicFields.map((field) => [field, z.string().default('')])),
) as unknown as z.ZodType<PublicProfile>

const profileRow = z.object({
  id: id<ProfileId>(),
  workshopId: id<WorkshopId>(),
  groupId: id<GroupId>(),
  artefactId: id<ArtefactId>(),
  language: z.enum(['de', 'en']),
  publishedAt: z.number(),
  changedAt: z.number(),
  profile: z.string().transform((text) => bodySchema.parse(JSON.parse(text))),
})
const openRow = z.object({ openedAt: z.number() })
const idRow = z.object({ id: id<ProfileId>() })

const columns = `id, workshop_id AS workshopId, group_id AS groupId, artefact_id AS artefactId, language,
  published_at AS publishedAt, changed_at AS changedAt, body AS profile`

/** What is public, beside the workshops it is of. */
export class SqliteGalleryStore implements GalleryStore {
  readonly #all: Database.Statement
  readonly #one: Database.Statement
  readonly #ofWorkshop: Database.Statement
  readonly #openedAt: Database.Statement
  readonly #open: Database.Statement
  readonly #close: Database.Statement
  readonly #publish: Database.Statement
  readonly #withdraw: Database.Statement

  /** Shares the database with the people store, which closes it and removes what is public with group and workshop. */
  constructor(database: Database.Database) {
    const newestFirst = 'ORDER BY changed_at DESC, id DESC'
    this.#all = database.prepare(`SELECT ${columns} FROM published_profiles ${newestFirst}`)
    this.#one = database.prepare(`SELECT ${columns} FROM published_profiles WHERE id = ?`)
    this.#ofWorkshop = database.prepare(
      `SELECT ${columns} FROM published_profiles WHERE workshop_id = ? ${newestFirst}`,
    )
    this.#openedAt = database.prepare('SELECT opened_at AS openedAt FROM galleries WHERE workshop_id = ?')
    this.#open = database.prepare('INSERT OR IGNORE INTO galleries (workshop_id, opened_at) VALUES (?, ?)')
    this.#close = database.prepare('DELETE FROM galleries WHERE workshop_id = ?')
    // Looks and writes in one statement, so that two who publish at once are not one too many
    this.#publish = database.prepare(
      `INSERT INTO published_profiles
         (id, workshop_id, group_id, artefact_id, language, published_at, changed_at, body)
       SELECT @id, @workshopId, @groupId, @artefactId, @language, @publishedAt, @changedAt, @body
       WHERE EXISTS (SELECT 1 FROM galleries WHERE workshop_id = @workshopId)
         AND (SELECT count(*) FROM published_profiles WHERE workshop_id = @workshopId
              AND NOT (group_id = @groupId AND artefact_id = @artefactId)) < @max
       ON CONFLICT (group_id, artefact_id) DO UPDATE
       SET language = excluded.language, changed_at = excluded.changed_at, body = excluded.body
       RETURNING id`,
    )
    this.#withdraw = database.prepare('DELETE FROM published_profiles WHERE group_id = ? AND artefact_id = ?')
  }

  async published() {
    return asking(() => this.#all.all()).map((row): PublishedProfile => profileRow.parse(row))
  }

  async profile(profileId: ProfileId) {
    const row = asking(() => this.#one.get(profileId))
    return row === undefined ? null : profileRow.parse(row)
  }

  async publishedOf(workshopId: WorkshopId) {
    return asking(() => this.#ofWorkshop.all(workshopId)).map((row): PublishedProfile =>
      profileRow.parse(row),
    )
  }

  async openedAt(workshopId: WorkshopId) {
    const row = asking(() => this.#openedAt.get(workshopId))
    return row === undefined ? null : openRow.parse(row).openedAt
  }

  async open(workshopId: WorkshopId, at: number) {
    asking(() => this.#open.run(workshopId, at))
  }

  async close(workshopId: WorkshopId) {
    asking(() => this.#close.run(workshopId))
  }

  async publish({ profile, ...about }: PublishedProfile, max: number) {
    const row = asking(() => this.#publish.get({ ...about, body: JSON.stringify(profile), max }))
    return row === undefined ? null : idRow.parse(row).id
  }

  async withdraw(groupId: GroupId, artefactId: ArtefactId) {
    return asking(() => this.#withdraw.run(groupId, artefactId)).changes === 1
  }
}
