import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openRoomDatabase } from '#server/adapters/sqlite/update-log-schema.ts'
import { RoomStatements } from '#server/adapters/sqlite/update-log-statements.ts'
import { newId, type GroupId } from '#shared/base/ids.ts'
import { isLong, tellFigure } from '#tests/support/figures.ts'
import { addNote } from '#tests/support/live-rooms.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'
import { hashOf } from '#tests/support/session-client.ts'

const SEED = 5
const COMMITS = 40
const CUTS = isLong ? 1_000 : 120
const groups = [newId<GroupId>(), newId<GroupId>(), newId<GroupId>()]

/** What was durable when the write-ahead log had this length: a hash per room. */
interface Moment {
  walBytes: number
  hashes: string[]
}

let folder: string
let original: string
let moments: Moment[]
let closeOriginal: () => void

/** Three rooms written to in turn, each commit remembered; the database stays open, so that its log stays. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'werkraum-cut-'))
  original = join(folder, 'rooms.sqlite')
  const database = openRoomDatabase(original)
  // What was there before is in the file itself, as after weeks of work
  const statements = new RoomStatements(database)
  const docs = groups.map(() => new Y.Doc())
  const commit = (at: number) => {
    const doc = docs[at]!
    const known = Y.encodeStateVector(doc)
    addNote(doc, `Karte ${moments.length} `.repeat(30))
    statements.append([{ groupId: groups[at]!, update: Y.encodeStateAsUpdate(doc, known), newClients: [] }])
  }
  const remember = () => moments.push({ walBytes: walSize(), hashes: docs.map(hashOf) })
  const walSize = () => statSync(`${original}-wal`).size
  moments = []
  for (const at of groups.keys()) commit(at)
  database.pragma('wal_checkpoint(TRUNCATE)')
  remember()
  for (let i = 0; i < COMMITS; i++) {
    commit(i % groups.length)
    remember()
  }
  closeOriginal = () => database.close()
})

afterEach(() => {
  closeOriginal()
  rmSync(folder, { recursive: true })
})

/** Opens a copy whose write-ahead log was damaged, and reads every room. */
function hashesAfter(damage: (wal: Buffer) => Buffer): string[] {
  const copy = join(folder, 'copy.sqlite')
  for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true })
  copyFileSync(original, copy)
  writeFileSync(`${copy}-wal`, damage(readFileSync(`${original}-wal`)))
  const database = openRoomDatabase(copy)
  try {
    const statements = new RoomStatements(database)
    return groups.map((groupId) => {
      const doc = new Y.Doc()
      for (const update of statements.load(groupId).updates) Y.applyUpdate(doc, update)
      expect(doc.store.pendingStructs).toBeNull()
      return hashOf(doc)
    })
  } finally {
    database.close()
  }
}

const lastUpTo = (bytes: number) => moments.findLast(({ walBytes }) => walBytes <= bytes)!.hashes

describe('R5 a write-ahead log that is damaged', () => {
  test(
    `R5 cut at ${CUTS} places opens with exactly the commits before the cut, in every room`,
    { timeout: 300_000 },
    (context) => {
      const random = seededRandom(SEED)
      const size = moments.at(-1)!.walBytes
      const edges = moments.flatMap(({ walBytes }) => [walBytes, walBytes - 1, walBytes + 1])
      const anywhere = Array.from({ length: CUTS - edges.length }, () => random.below(size + 1))
      const cuts = [...edges, ...anywhere].filter((bytes) => bytes >= 0 && bytes <= size)
      for (const bytes of cuts) {
        expect(
          hashesAfter((wal) => wal.subarray(0, bytes)),
          `cut at ${bytes}`,
        ).toEqual(lastUpTo(bytes))
      }
      tellFigure(context, `${cuts.length} cuts (seed ${SEED}), all opened, 0 commits before a cut lost`)
    },
  )

  test(
    `R5 with a flipped byte opens with the commits before it, in every room`,
    { timeout: 300_000 },
    (context) => {
      const random = seededRandom(SEED)
      const size = moments.at(-1)!.walBytes
      const flips = Math.round(CUTS / 3)
      for (let i = 0; i < flips; i++) {
        const at = random.below(size)
        const flipped = hashesAfter((wal) => {
          wal[at]! ^= 1 << random.below(8)
          return wal
        })
        // The commit it falls into is gone with all after it: everything before is there, in each room
        expect(flipped, `flipped at ${at}`).toEqual(lastUpTo(at))
      }
      tellFigure(context, `${flips} flipped bytes (seed ${SEED}), all opened, 0 commits before them lost`)
    },
  )
})
