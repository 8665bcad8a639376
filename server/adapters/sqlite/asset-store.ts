import { setImmediate as rest } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import { z } from 'zod'
import { isId, type AssetId, type GroupId, type MemberId } from '#shared/base/ids.ts'
import { imageTypes } from '#shared/base/image-types.ts'
import { StorageError } from '#server/base/storage-error.ts'
import type { Asset, AssetContent, AssetStore, StoredAsset } from '#server/ports/asset-store.ts'
import { inPieces, type Piece } from './asset-pieces.ts'
import { asking } from './storage-errors.ts'

const id = <T extends string>() => z.string().refine(isId) as unknown as z.ZodType<T>

const assetRow = z
  .object({
    id: id<AssetId>(),
    group_id: id<GroupId>(),
    media_type: z.enum(imageTypes),
    size_bytes: z.number().int(),
    created_at: z.number().int(),
    created_by: id<MemberId>(),
  })
  .transform((row): Asset => ({
    id: row.id,
    groupId: row.group_id,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    createdAt: row.created_at,
    createdBy: row.created_by,
  }))

const useRow = z.object({ count: z.number().int(), bytes: z.number().int() })
const pieceRow = z.object({ bytes: z.instanceof(Uint8Array) })

/**
 * Images beside the people they belong to, so that one file backup holds all of it. An image is a row and its pieces,
 * each piece committed by itself: nobody else's writing waits for a slow sender. The last piece makes it complete; what
 * is not, nobody sees.
 */
export class SqliteAssetStore implements AssetStore {
  readonly #database: Database.Database
  readonly #begin: Database.Statement
  readonly #addPiece: Database.Statement
  readonly #complete: Database.Statement
  readonly #remove: Database.Statement
  readonly #sweep: Database.Statement
  readonly #asset: Database.Statement
  readonly #piece: Database.Statement
  readonly #assetIds: Database.Statement
  readonly #use: Database.Statement
  /** What could not be removed yet, because the disk refused that as well. */
  readonly #leftovers = new Set<AssetId>()

  /** Shares the database with the people store, which closes it. */
  constructor(database: Database.Database) {
    this.#database = database
    this.#begin = database.prepare(
      `INSERT INTO assets (id, group_id, media_type, size_bytes, is_complete, created_at, created_by)
       VALUES (@id, @groupId, @mediaType, @sizeBytes, 0, @createdAt, @createdBy)`,
    )
    this.#addPiece = database.prepare('INSERT INTO asset_pieces (asset_id, n, bytes) VALUES (?, ?, ?)')
    this.#complete = database.prepare('UPDATE assets SET is_complete = 1 WHERE id = ?')
    this.#remove = database.prepare('DELETE FROM assets WHERE id = ?')
    this.#sweep = database.prepare('DELETE FROM assets WHERE is_complete = 0')
    this.#asset = database.prepare('SELECT * FROM assets WHERE group_id = ? AND id = ? AND is_complete = 1')
    this.#piece = database.prepare('SELECT bytes FROM asset_pieces WHERE asset_id = ? AND n = ?')
    this.#assetIds = database
      .prepare('SELECT id FROM assets WHERE group_id = ? AND is_complete = 1 ORDER BY created_at, id')
      .pluck()
    this.#use = database.prepare(
      `SELECT count(*) AS count, coalesce(sum(size_bytes), 0) AS bytes
       FROM assets WHERE group_id = ? AND is_complete = 1`,
    )
  }

  async add(asset: Asset, content: AssetContent) {
    for (const id of this.#leftovers) this.#drop(id)
    let isBegun = false
    let written = 0
    try {
      for await (const piece of inPieces(content)) {
        written += piece.bytes.length
        if (written > asset.sizeBytes || (piece.isLast && written < asset.sizeBytes)) {
          throw new Error(`an image of ${asset.sizeBytes} bytes has not as many`)
        }
        this.#put(asset, piece)
        isBegun = true
        // A big one is twenty commits, and whoever else wants the thread comes in between
        if (!piece.isLast) await rest()
      }
    } catch (error) {
      // Only what this call began: an id that is taken belongs to somebody else
      if (isBegun) this.#giveUp(asset.id)
      throw error
    }
  }

  #put(asset: Asset, { n, bytes, isLast }: Piece): void {
    const put = this.#database.transaction(() => {
      if (n === 0) this.#begin.run(asset)
      this.#addPiece.run(asset.id, n, bytes)
      if (isLast) this.#complete.run(asset.id)
    })
    asking(() => put.immediate())
  }

  /**
   * A disk that refused a piece may refuse this, too; then it goes before the next image comes, or at the next start,
   * and is seen by nobody until then.
   */
  #giveUp(id: AssetId): void {
    this.#leftovers.add(id)
    try {
      this.#drop(id)
    } catch {
      // The caller hears of the first error, which says what is wrong
    }
  }

  #drop(id: AssetId): void {
    asking(() => this.#remove.run(id))
    this.#leftovers.delete(id)
  }

  async asset(groupId: GroupId, assetId: AssetId): Promise<StoredAsset | null> {
    const asset = this.#facts(groupId, assetId)
    return asset && { ...asset, content: () => this.#content(asset) }
  }

  #facts(groupId: GroupId, assetId: AssetId): Asset | null {
    const row = asking(() => this.#asset.get(groupId, assetId))
    return row === undefined ? null : assetRow.parse(row)
  }

  async *#content({ groupId, id, sizeBytes }: Asset): AsyncGenerator<Uint8Array> {
    for (let n = 0, read = 0; read < sizeBytes; n++) {
      const row = asking(() => this.#piece.get(id, n))
      if (row === undefined) {
        const fault = this.#facts(groupId, id) ? 'damaged' : 'conflict'
        throw new StorageError(fault, `piece ${n} of image ${id} is not there`)
      }
      const { bytes } = pieceRow.parse(row)
      read += bytes.length
      yield bytes
    }
  }

  async assetIds(groupId: GroupId) {
    return z.array(id<AssetId>()).parse(asking(() => this.#assetIds.all(groupId)))
  }

  async remove(groupId: GroupId, assetId: AssetId) {
    if (!this.#facts(groupId, assetId)) return
    asking(() => this.#remove.run(assetId))
    // What is in the log would be in the file until it is written over
    asking(() => this.#database.pragma('wal_checkpoint(TRUNCATE)'))
  }

  async use(groupId: GroupId) {
    return useRow.parse(asking(() => this.#use.get(groupId)))
  }

  async sweepUnfinished() {
    return asking(() => this.#sweep.run().changes)
  }
}
