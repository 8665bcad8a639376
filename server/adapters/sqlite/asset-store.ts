import type Database from 'better-sqlite3'
import { z } from 'zod'
import { isId, type AssetId, type GroupId, type MemberId } from '#shared/base/ids.ts'
import { imageTypes } from '#shared/base/image-types.ts'
import type { Asset, AssetStore } from '#server/ports/asset-store.ts'

const id = <T extends string>() => z.string().refine(isId) as unknown as z.ZodType<T>

const assetRow = z
  .object({
    id: id<AssetId>(),
    group_id: id<GroupId>(),
    media_type: z.enum(imageTypes),
    bytes: z.instanceof(Uint8Array),
    created_at: z.number().int(),
    created_by: id<MemberId>(),
  })
  .transform((row): Asset => ({
    id: row.id,
    groupId: row.group_id,
    mediaType: row.media_type,
    bytes: row.bytes,
    createdAt: row.created_at,
    createdBy: row.created_by,
  }))

const useRow = z.object({ count: z.number().int(), bytes: z.number().int() })

/** Images as blobs beside the people they belong to, so that one file backup holds all of it. */
export class SqliteAssetStore implements AssetStore {
  readonly #add: Database.Statement
  readonly #asset: Database.Statement
  readonly #assetIds: Database.Statement
  readonly #use: Database.Statement

  /** Shares the database with the people store, which closes it. */
  constructor(database: Database.Database) {
    this.#add = database.prepare(
      `INSERT INTO assets (id, group_id, media_type, bytes, created_at, created_by)
       VALUES (@id, @groupId, @mediaType, @bytes, @createdAt, @createdBy)`,
    )
    this.#asset = database.prepare('SELECT * FROM assets WHERE group_id = ? AND id = ?')
    this.#assetIds = database
      .prepare('SELECT id FROM assets WHERE group_id = ? ORDER BY created_at, id')
      .pluck()
    this.#use = database.prepare(
      'SELECT count(*) AS count, coalesce(sum(length(bytes)), 0) AS bytes FROM assets WHERE group_id = ?',
    )
  }

  async add(asset: Asset) {
    this.#add.run(asset)
  }

  async asset(groupId: GroupId, assetId: AssetId) {
    const row = this.#asset.get(groupId, assetId)
    return row === undefined ? null : assetRow.parse(row)
  }

  async assetIds(groupId: GroupId) {
    return z.array(id<AssetId>()).parse(this.#assetIds.all(groupId))
  }

  async use(groupId: GroupId) {
    return useRow.parse(this.#use.get(groupId))
  }
}
