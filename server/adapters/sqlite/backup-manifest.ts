import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import * as Y from 'yjs'
import { z } from 'zod'
import type { GroupId } from '#shared/base/ids.ts'
import { canonicalContent } from '#shared/document/canonical.ts'
import { openRoomDatabase } from './update-log-schema.ts'
import { RoomStatements } from './update-log-statements.ts'

/** The database files of an installation, in the order in which a backup copies them. */
export const databaseFiles = ['werkraum.sqlite', 'rooms.sqlite'] as const
export const peopleFile = 'werkraum.sqlite'
export const roomsFile = 'rooms.sqlite'
export const manifestFile = 'manifest.json'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What a backup says about itself; `restore` believes nothing it has not compared with this. */
export const manifestSchema = z.object({
  format: z.literal(1),
  /** Milliseconds since the Unix epoch. */
  madeAt: z.number(),
  /** SHA-256 of each file. */
  files: z.record(z.string(), sha256),
  /** SHA-256 of the content of each room's document (`canonicalContent`), by group. */
  rooms: z.record(z.string(), sha256),
})
export type Manifest = z.infer<typeof manifestSchema>

export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/**
 * Content hash of every room in a rooms' database. A document whose stored bytes are damaged is reported by the word
 * `unreadable`: it is copied as it is, because a later version may be able to read it.
 */
export function contentHashes(path: string): { rooms: Manifest['rooms']; unreadable: GroupId[] } {
  const database = openRoomDatabase(path)
  try {
    const statements = new RoomStatements(database)
    const groups = database
      .prepare<[], GroupId>('SELECT group_id FROM updates UNION SELECT group_id FROM snapshots ORDER BY 1')
      .pluck()
      .all()
    const rooms: Manifest['rooms'] = {}
    const unreadable: GroupId[] = []
    for (const group of groups) {
      const hash = contentHash(statements, group)
      if (hash) rooms[group] = hash
      else unreadable.push(group)
    }
    return { rooms, unreadable }
  } finally {
    database.close()
  }
}

function contentHash(statements: RoomStatements, group: GroupId): string | null {
  const doc = new Y.Doc()
  try {
    const { updates } = statements.load(group)
    doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)))
    return createHash('sha256').update(canonicalContent(doc)).digest('hex')
  } catch {
    // a damaged row, or bytes that Yjs cannot read: the caller reports the room
    return null
  } finally {
    doc.destroy()
  }
}
