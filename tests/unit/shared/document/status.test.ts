import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { statuses } from '#shared/document/authorship.ts'
import { createArtefact, readArtefact } from '#shared/document/artefacts.ts'
import { isArtefactEntry } from '#shared/document/correction-rules.ts'
import { documentFromSnapshot } from '#shared/document/snapshot-document.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { de } from '#shared/i18n/de/index.ts'
import { workshopFileSchema } from '#shared/report/workshop-file.ts'

/** A card as version 0.1 left it. */
function oldDocument() {
  const doc = new Y.Doc()
  const { artefacts } = rootsOf(doc)
  const authorship = { as: 'anonymous' } as const
  const id = createArtefact(artefacts, { kind: 'note', phase: 'problem', createdAt: 1, authorship })
  artefacts.get(id)!.set('status', 'released')
  return { doc, id }
}

describe('how far a card has come', () => {
  test('is said in the words of the workshops, which promise nothing about who may see it', () => {
    expect(statuses.map((status) => de.artefacts.status.options[status])).toEqual([
      'Entwurf',
      'abgestimmt',
      'Endfassung',
    ])
  })

  test('is the last where an earlier version called it released, in a room, a copy and a file', () => {
    const { doc, id } = oldDocument()
    expect(readArtefact(rootsOf(doc).artefacts, id)!.status).toBe('final')
    const snapshot = takeSnapshot(doc)
    expect(snapshot.unreadable).toEqual([])
    expect(snapshot.artefacts[0]!.status).toBe('final')
    const again = new Y.Doc()
    Y.applyUpdate(again, documentFromSnapshot(snapshot))
    expect(rootsOf(again).artefacts.get(id)!.get('status')).toBe('final')
    const read = workshopFileSchema.shape.groups.element.shape.document.shape.artefacts
    const [card] = read.parse([{ ...snapshot.artefacts[0], status: 'released' }])
    expect(card!.status).toBe('final')
  })

  test('may still be called so by a page that was open before, and by nothing else', () => {
    expect(isArtefactEntry('note', 'status', 'released')).toBe(true)
    expect(isArtefactEntry('note', 'status', 'final')).toBe(true)
    expect(isArtefactEntry('note', 'status', 'finished')).toBe(false)
  })
})
