import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { AssetContent } from '#server/ports/asset-store.ts'

/**
 * How much of an image is one row, and in memory at once. Most photos are a few of them; a commit of one is short
 * enough for whoever else wants the thread.
 */
export const PIECE_BYTES = 512 * 1024

export interface Piece {
  n: number
  bytes: Buffer
  isLast: boolean
}

/** The same bytes in pieces of one size, of which only the last is shorter; without content it is empty. */
export async function* inPieces(content: AssetContent): AsyncGenerator<Piece> {
  let waiting: Buffer[] = []
  let waitingBytes = 0
  let n = 0
  for await (const part of content) {
    for (let at = 0; at < part.length;) {
      // Only now is it known that the full piece is not the last one
      if (waitingBytes === PIECE_BYTES) {
        yield { n: n++, bytes: Buffer.concat(waiting), isLast: false }
        waiting = []
        waitingBytes = 0
      }
      const taken = part.subarray(at, at + PIECE_BYTES - waitingBytes)
      waiting.push(Buffer.from(taken.buffer, taken.byteOffset, taken.length))
      waitingBytes += taken.length
      at += taken.length
    }
  }
  yield { n, bytes: Buffer.concat(waiting), isLast: true }
}

const wholeImages = z.array(z.object({ id: z.string(), bytes: z.instanceof(Uint8Array) }))

/** Until here an image was one value of its row, which SQLite reads and writes as a whole only. */
export function piecesFromWholeImages(database: Database.Database): void {
  database.exec(`
    ALTER TABLE assets RENAME TO whole_assets;
    DROP INDEX assets_of_group;
    CREATE TABLE assets (
      id TEXT PRIMARY KEY,
      group_id TEXT NOT NULL REFERENCES groups (id),
      media_type TEXT NOT NULL,
      size_bytes INTEGER NOT NULL,
      is_complete INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      created_by TEXT NOT NULL REFERENCES members (id)
    ) STRICT;
    CREATE INDEX assets_of_group ON assets (group_id, created_at);
    CREATE TABLE asset_pieces (
      asset_id TEXT NOT NULL REFERENCES assets (id) ON DELETE CASCADE,
      n INTEGER NOT NULL,
      bytes BLOB NOT NULL,
      UNIQUE (asset_id, n)
    ) STRICT;
    INSERT INTO assets
      SELECT id, group_id, media_type, length(bytes), 1, created_at, created_by FROM whole_assets;
  `)
  const add = database.prepare('INSERT INTO asset_pieces (asset_id, n, bytes) VALUES (?, ?, ?)')
  const whole = database.prepare('SELECT id, bytes FROM whole_assets WHERE id > ? ORDER BY id LIMIT 1')
  // One image in memory at a time
  for (let last = ''; ;) {
    const [image] = wholeImages.parse(whole.all(last))
    if (!image) break
    last = image.id
    const { length } = image.bytes
    for (let n = 0; n === 0 || n * PIECE_BYTES < length; n++) {
      add.run(image.id, n, image.bytes.subarray(n * PIECE_BYTES, (n + 1) * PIECE_BYTES))
    }
  }
  database.exec('DROP TABLE whole_assets')
}
