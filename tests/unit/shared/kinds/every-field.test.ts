import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { ArtefactId } from '#shared/base/ids.ts'
import { turnInto } from '#shared/document/artefacts.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { canonicalContent } from '#shared/document/canonical.ts'
import { isArtefactEntry, isItemEntry } from '#shared/document/correction-rules.ts'
import type { ItemsMap } from '#shared/document/items.ts'
import { migrate, migrations } from '#shared/document/migrations.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { documentFromSnapshot } from '#shared/document/snapshot-document.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'
import { limits } from '#shared/base/limits.ts'
import { fieldsOf, kindNames, type ArtefactKind } from '#shared/kinds/index.ts'
import { workshopFileSchema } from '#shared/report/workshop-file.ts'
import { plainCard, setValues, writeTexts } from '#tests/support/filled-cards.ts'
import { exchange } from '#tests/support/room-session.ts'

/*
 * What every kind with every field must be able to do, whoever adds one: two people write in all fields at once, what
 * they wrote survives a copy as a file, and one of them takes back their part without touching the other's.
 */
function newCard(kind: ArtefactKind): { doc: Y.Doc; id: ArtefactId } {
  const doc = new Y.Doc()
  const { board, meta } = rootsOf(doc)
  meta.set('schema', 1)
  meta.set('createdAt', 1)
  writeRecord(board, { id: 'page:one', typeName: 'page', name: 'Eins', index: 'a1', meta: {} })
  return { doc, id: plainCard(doc, kind) }
}

/** As an export writes it and an import reads it. */
function throughAFile(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const json: unknown = JSON.parse(JSON.stringify(takeSnapshot(copy)))
  const read = workshopFileSchema.shape.groups.element.shape.document.parse(json)
  const again = new Y.Doc()
  Y.applyUpdate(again, documentFromSnapshot(read))
  return again
}

describe.each(kindNames)('a card of the kind %s', (kind) => {
  test('holds what two people write in every field at once, also in a file and from an earlier version, and gives back what one takes back', () => {
    const { doc, id } = newCard(kind)
    const other = new Y.Doc()
    exchange(doc, other)
    const { artefacts, board } = rootsOf(doc)
    const undo = new Y.UndoManager([artefacts, board], { trackedOrigins: new Set(['me']) })

    doc.transact(() => {
      writeTexts(doc, kind, id, 'ich „ß😀“ ')
      setValues(doc, kind, id)
    }, 'me')
    writeTexts(other, kind, id, 'du ')
    const othersPart = canonicalContent(other)
    exchange(doc, other)
    expect(canonicalContent(other)).toBe(canonicalContent(doc))

    expect(canonicalContent(throughAFile(doc))).toBe(canonicalContent(doc))
    expect(migrate(throughAFile(doc))).toEqual([])
    const old = throughAFile(doc)
    rootsOf(old).meta.delete('schema')
    expect(migrate(old)).toEqual(migrations.map(({ name }) => name))
    expect(canonicalContent(old)).toBe(canonicalContent(doc))
    undo.undo()
    expect(canonicalContent(doc)).toBe(othersPart)
    undo.redo()
    exchange(doc, other)
    expect(canonicalContent(other)).toBe(canonicalContent(doc))
  })

  test('is one card for two who set every value of it at once, and gives back to one what the other had set', () => {
    const { doc, id } = newCard(kind)
    const other = new Y.Doc()
    exchange(doc, other)
    setValues(doc, kind, id, 'mine')
    setValues(other, kind, id, 'yours')
    exchange(doc, other)
    expect(canonicalContent(other)).toBe(canonicalContent(doc))
    expect(canonicalContent(throughAFile(other))).toBe(canonicalContent(doc))

    setValues(other, kind, id, 'yours')
    exchange(doc, other)
    const theirs = canonicalContent(doc)
    const { artefacts, board } = rootsOf(doc)
    const undo = new Y.UndoManager([artefacts, board], { trackedOrigins: new Set(['me']) })
    doc.transact(() => setValues(doc, kind, id, 'mine'), 'me')
    exchange(doc, other)
    undo.undo()
    exchange(doc, other)
    expect(canonicalContent(doc)).toBe(theirs)
    expect(canonicalContent(other)).toBe(theirs)
  })

  test('is nothing that a room would put back', () => {
    const { doc, id } = newCard(kind)
    setValues(doc, kind, id)
    for (const [key, value] of rootsOf(doc).artefacts.get(id)!.entries()) {
      expect(isArtefactEntry(kind, key, value), key).toBe(true)
      if (!key.startsWith('f.') || !(value instanceof Y.Map)) continue
      for (const item of (value as ItemsMap).values())
        for (const [inner, held] of item.entries())
          expect(isItemEntry(kind, key, inner, held), `${key} ${inner}`).toBe(true)
    }
  })

  test('comes back whole when it has been of another kind meanwhile', () => {
    const { doc, id } = newCard(kind)
    setValues(doc, kind, id)
    const { artefacts } = rootsOf(doc)
    const before = artefacts.get(id)!.toJSON()
    doc.transact(() => turnInto(artefacts, id, 'note'))
    const again = throughAFile(doc)
    const back = rootsOf(again).artefacts
    again.transact(() => turnInto(back, id, kind))
    expect(back.get(id)!.toJSON()).toMatchObject(before)
  })

  test('has no list longer than any may be', () => {
    const lists = Object.values(fieldsOf(kind)).filter((spec) => spec.type === 'items')
    expect(lists.filter(({ max }) => max > limits.maxItems)).toEqual([])
  })
})
