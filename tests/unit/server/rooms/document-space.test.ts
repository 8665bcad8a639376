import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { newId, type MemberId } from '#shared/base/ids.ts'
import { textOf } from '#shared/document/artefacts.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { DocumentSync } from '#server/rooms/document-sync.ts'
import { tellFigure } from '#tests/support/figures.ts'
import { addNote, preparedDocument } from '#tests/support/live-rooms.ts'

const MAX_BYTES = 50_000
const rights = { arrangePages: false, writeForOthers: false, removeComments: false, release: false }
const author = { id: newId<MemberId>(), name: 'Toni', organisation: '', rights }

async function room() {
  const stored = {
    updates: [preparedDocument()],
    bytesSinceSnapshot: 0,
    clients: new Map<number, MemberId>(),
  }
  const sync = await DocumentSync.open(stored, undefined, MAX_BYTES)
  const doc = new Y.Doc()
  for (const update of sync.whole()) Y.applyUpdate(doc, update)
  /** Makes a change and sends it: null, or why it was refused. */
  const send = (change: (doc: Y.Doc) => void): string | null => {
    const before = Y.encodeStateVector(doc)
    doc.transact(() => change(doc))
    const answer = sync.submit(Y.encodeStateAsUpdate(doc, before), author, null)
    return answer.ok ? null : answer.refusal
  }
  return { sync, doc, send }
}

test('S42 a room takes nothing new once it is full, and whatever takes away', async (context) => {
  const { sync, doc, send } = await room()
  let cards = 0
  while (send((own) => addNote(own, 'Wort '.repeat(400))) === null) cards++
  expect(cards).toBeGreaterThan(10)
  const held = rootsOf(sync.doc).artefacts.size
  expect(held).toBe(cards)
  expect(Y.encodeStateAsUpdate(sync.doc).length).toBeLessThan(MAX_BYTES + 5_000)

  const { artefacts } = rootsOf(doc)
  const [first, second] = [...rootsOf(sync.doc).artefacts.keys()]
  for (const id of [first!, second!]) {
    expect(send(() => textOf(artefacts, id, 'text')!.delete(0, 1_990))).toBeNull()
  }
  // A replica that had been refused begins anew
  const again = new Y.Doc()
  for (const update of sync.whole()) Y.applyUpdate(again, update)
  const before = Y.encodeStateVector(again)
  addNote(again, 'Wieder Platz')
  expect(sync.submit(Y.encodeStateAsUpdate(again, before), author, null).ok).toBe(true)
  tellFigure(
    context,
    `a room for ${MAX_BYTES / 1_000} kB: ${cards} cards of 2 kB, then nothing new (was without end)`,
  )
})

test('S42 strokes without end are counted anew before anybody is refused', async () => {
  const { doc, send } = await room()
  let card = { id: '', shapeId: '' }
  expect(send((own) => (card = addNote(own, 'Karte')))).toBeNull()
  const { board } = rootsOf(doc)
  for (let n = 0; n < 5_000; n++) expect(send(() => board.get(card.shapeId)!.set('xy', [n, n]))).toBeNull()
})
