import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Database } from '#server/adapters/sqlite/driver.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openRoomLogs, type RoomLogs } from '#server/adapters/sqlite/update-log.ts'
import { Compactor } from '#server/rooms/compactor.ts'
import { newId, type GroupId } from '#shared/base/ids.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { restoreFrom } from '#shared/document/restore.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { createArtefact } from '#shared/document/artefacts.ts'
import { tellFigure } from '#tests/support/figures.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'
import { hashOf } from '#tests/support/session-client.ts'
import { silentLogger } from '#tests/support/silent-logger.ts'

const SEED = 13
const NOTES = 200
const CYCLES = 100_000
/** A tick's worth of changes travels as one update. */
const CYCLES_PER_UPDATE = 5
/** Updates stored at a time, so that the test waits for threads and not for the disk. */
const UPDATES_PER_COMMIT = 100
const SENTENCE =
  'Wir wissen nie, bei welcher Stelle der Antrag gerade liegt, und rufen deshalb drei Ämter an. '

const groupId = newId<GroupId>()

let folder: string
let file: string
let logs: RoomLogs
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'werkraum-churn-'))
  file = join(folder, 'rooms.sqlite')
  logs = await openRoomLogs(file)
})
afterEach(async () => {
  await logs.close()
  rmSync(folder, { recursive: true })
})

/** Stores what happens to a document as the server does, compactions in the midst of it. */
function stored(doc: Y.Doc) {
  const { updateLog } = logs
  const compactor = new Compactor({ updateLog, logger: silentLogger, aboveBytes: 1024 * 1024 })
  let unsent: Uint8Array[] = []
  let uncommitted: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => void unsent.push(update))
  const tick = () => {
    uncommitted.push(Y.mergeUpdates(unsent))
    unsent = []
  }
  const commit = async () => {
    const entries = uncommitted.map((update) => ({ groupId, update, newClients: [] }))
    uncommitted = []
    await updateLog.append(entries)
    compactor.grew(groupId, bytesOf(entries.map(({ update }) => update)))
  }
  const finish = async () => {
    tick()
    await commit()
    await compactor.compact(groupId)
  }
  return { tick, commit, finish }
}

function placedNotes(doc: Y.Doc) {
  const { artefacts, board } = rootsOf(doc)
  const place = (artefactId: string) =>
    placeArtefact(board, { artefactId, parentId: 'page:start', x: 0, y: 0, w: 200, h: 160 })
  const notes = doc.transact(() => {
    const page = { id: 'page:start', typeName: 'page', name: 'Anfang', index: 'a1', meta: {} }
    writeRecord(board, page)
    return Array.from({ length: NOTES }, (_, n) => {
      const fields = { text: `${n} ${SENTENCE}` }
      const authorship = { as: 'anonymous' } as const
      const note = { kind: 'note', phase: 'problem', createdAt: 1, authorship, fields } as const
      const artefactId = createArtefact(artefacts, note)
      return { artefactId, shapeId: place(artefactId) }
    })
  })
  return { notes, board, place }
}

/** The same content in a document without a past. */
function fresh(doc: Y.Doc): Uint8Array {
  const young = new Y.Doc()
  young.transact(() => restoreFrom(rootsOf(young), rootsOf(doc)))
  expect(hashOf(young)).toBe(hashOf(doc))
  return Y.encodeStateAsUpdate(young)
}

const bytesOf = (updates: readonly Uint8Array[]) => updates.reduce((sum, { length }) => sum + length, 0)

/** From the disk to a document; thrice, because whatever else the machine does only adds to the time. */
async function fastestLoad() {
  const load = async () => {
    const startedAt = performance.now()
    const { updates } = await logs.updateLog.load(groupId)
    const doc = new Y.Doc()
    doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)))
    return { doc, unpackedBytes: bytesOf(updates), ms: performance.now() - startedAt }
  }
  const loads = [await load(), await load(), await load()]
  return loads.reduce((fastest, next) => (next.ms < fastest.ms ? next : fastest))
}

/** What lies in the database for the group, packed as it is. */
function bytesAtRest(): number {
  const database = new Database(file, { readonly: true })
  const sum = (table: string) => database.prepare(`SELECT total(length(data)) FROM ${table}`).pluck().get()
  const bytes = Number(sum('snapshots')) + Number(sum('updates'))
  database.close()
  return bytes
}

/** The row's own mix; and the worst for Yjs, which joins no two changes that different people made in turn. */
const mixes = [
  { what: 'moves and deletions by one person', people: 1, deletionEvery: 20 },
  { what: 'moves and nothing else by 4 people in turn', people: 4, deletionEvery: Infinity },
  { what: 'moves and nothing else by 20 people in turn', people: 20, deletionEvery: Infinity },
]

describe('R13 a room in which everything is moved all the time', () => {
  for (const { what, people, deletionEvery } of mixes) {
    test(`R13 ${CYCLES} ${what} over ${NOTES} notes`, { timeout: 300_000 }, async (context) => {
      const random = seededRandom(SEED)
      const doc = new Y.Doc()
      const { tick, commit, finish } = stored(doc)
      const { notes, board, place } = placedNotes(doc)
      const clients = Array.from({ length: people }, () => random.below(2 ** 32))
      for (let cycle = 1; cycle <= CYCLES; cycle++) {
        // One document stands in for all people: Yjs writes each change under the client id it finds
        doc.clientID = random.pick(clients)
        const note = random.pick(notes)
        if (cycle % deletionEvery === 0) {
          board.delete(note.shapeId)
          note.shapeId = place(note.artefactId)
        } else board.get(note.shapeId)!.set('xy', [random.below(4_000), random.below(4_000)])
        if (cycle % CYCLES_PER_UPDATE === 0) tick()
        if (cycle % (CYCLES_PER_UPDATE * UPDATES_PER_COMMIT) === 0) await commit()
      }
      board.get(notes[0]!.shapeId)!.set('xy', [1, 1])
      await finish()

      const { doc: loaded, unpackedBytes, ms: loadMs } = await fastestLoad()
      const freshBytes = fresh(doc).length
      const times = bytesAtRest() / freshBytes
      const unpacked = unpackedBytes / freshBytes
      tellFigure(
        context,
        `${(bytesAtRest() / 1000).toFixed(0)} kB at rest, ${times.toFixed(1)} × a document without a past (unpacked ${unpacked.toFixed(1)} ×), loaded in ${loadMs.toFixed(0)} ms`,
      )
      expect(hashOf(loaded)).toBe(hashOf(doc))
      expect(times).toBeLessThanOrEqual(5)
      expect(loadMs).toBeLessThan(1_000)
    })
  }
})
