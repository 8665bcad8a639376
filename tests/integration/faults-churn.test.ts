import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { MemoryUpdateLog } from '#server/adapters/memory/update-log.ts'
import { Compactor } from '#server/rooms/compactor.ts'
import { DocumentSync } from '#server/rooms/document-sync.ts'
import { newId, type GroupId, type MemberId } from '#shared/base/ids.ts'
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
const SENTENCE =
  'Wir wissen nie, bei welcher Stelle der Antrag gerade liegt, und rufen deshalb drei Ämter an. '

const author = { id: newId<MemberId>(), name: 'Jana', organisation: '', role: 'participant' } as const
const groupId = newId<GroupId>()

function room() {
  const log = new MemoryUpdateLog()
  const sync = new DocumentSync({ updates: [], bytesSinceSnapshot: 0, clients: new Map() })
  const compactor = new Compactor({ updateLog: log, logger: silentLogger, aboveBytes: 4 * 1024 * 1024 })
  const store = async () => {
    const batch = sync.takeBatch()
    if (!batch) return
    await log.append([{ groupId, ...batch }])
    compactor.grew(groupId, batch.update.length)
  }
  return { log, sync, compactor, store }
}

/** The same content in a document without a past. */
function fresh(doc: Y.Doc): Uint8Array {
  const young = new Y.Doc()
  young.transact(() => restoreFrom(rootsOf(young), rootsOf(doc)))
  expect(hashOf(young)).toBe(hashOf(doc))
  return Y.encodeStateAsUpdate(young)
}

const bytesOf = (updates: readonly Uint8Array[]) => updates.reduce((sum, { length }) => sum + length, 0)

describe('R13 a room in which everything is moved all the time', () => {
  test(`R13 ${CYCLES} moves and deletions over ${NOTES} notes`, { timeout: 120_000 }, async (context) => {
    const random = seededRandom(SEED)
    const { log, sync, compactor, store } = room()
    const doc = new Y.Doc()
    const { artefacts, board } = rootsOf(doc)
    let unsent: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => void unsent.push(update))
    const send = async () => {
      const update = Y.mergeUpdates(unsent)
      unsent = []
      expect(sync.submit(update, author, null).ok).toBe(true)
      await store()
    }

    const placements: { artefactId: string; shapeId: string }[] = []
    const place = (artefactId: string) =>
      placeArtefact(board, { artefactId, parentId: 'page:start', x: 0, y: 0, w: 200, h: 160 })
    doc.transact(() => {
      writeRecord(board, {
        id: 'shape:frame',
        typeName: 'shape',
        type: 'frame',
        parentId: 'page:start',
        index: 'a1',
        x: 0,
        y: 0,
        props: { w: 1, h: 1, name: '' },
        meta: {},
      })
      for (let i = 0; i < NOTES; i++) {
        const authorship = { as: 'anonymous' } as const
        const fields = { text: `${i} ${SENTENCE}` }
        const artefactId = createArtefact(artefacts, {
          kind: 'note',
          phase: 'problem',
          createdAt: 1,
          authorship,
          fields,
        })
        placements.push({ artefactId, shapeId: place(artefactId) })
      }
    })
    await send()

    for (let cycle = 0; cycle < CYCLES; cycle++) {
      const placement = random.pick(placements)
      doc.transact(() => {
        if (cycle % 20 === 0) {
          board.delete(placement.shapeId)
          placement.shapeId = place(placement.artefactId)
        } else board.get(placement.shapeId)!.set('xy', [random.below(4_000), random.below(4_000)])
      })
      if (cycle % CYCLES_PER_UPDATE === 0) await send()
    }
    await send()
    await compactor.compact(groupId)

    const stored = (await log.load(groupId)).updates
    const times = bytesOf(stored) / fresh(doc).length
    const startedAt = performance.now()
    const loaded = new DocumentSync(await log.load(groupId))
    const loadMs = performance.now() - startedAt
    tellFigure(
      context,
      `${(bytesOf(stored) / 1000).toFixed(0)} kB stored, ${times.toFixed(1)} × a document without a past, loaded in ${loadMs.toFixed(0)} ms`,
    )
    expect(hashOf(loaded.doc)).toBe(hashOf(doc))
    expect(loadMs).toBeLessThan(1_000)
    expect(times).toBeLessThanOrEqual(5)
  })
})
