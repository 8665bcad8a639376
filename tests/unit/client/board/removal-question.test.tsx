// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { createCard } from '#client/artefacts/card-actions.ts'
import { askBeforeRemoving, type RemovalQuestion } from '#client/board/canvas/removal-question.ts'
import { RemovalDialog } from '#client/board/canvas/RemovalDialog.tsx'
import { ToastRegion } from '#client/ui/Toast.tsx'
import { exchange, layPages, memorySession, type MemorySession } from '#tests/support/room-session.ts'
import { show } from '#tests/support/view.tsx'

let session: MemorySession

beforeEach(() => {
  session = memorySession()
  layPages(session.roots)
})
afterEach(() => session.destroy())

/** As much of a canvas as a removal needs; what it removes leaves the document. */
function canvas() {
  const { board } = session.roots
  const getShape = (id: string) =>
    board.has(id)
      ? { id, type: 'card', props: { artefactId: board.get(id)!.get('p.artefactId') }, meta: {} }
      : undefined
  return {
    getShape,
    getShapeAndDescendantIds: (ids: string[]) => new Set(ids),
    markHistoryStoppingPoint: vi.fn(),
    deleteShapes: (ids: string[]) => session.edit(() => ids.forEach((id) => board.delete(id))),
  }
}

it('who is asked before three cards of others go has a way back afterwards', () => {
  const other = memorySession({ doc: new Y.Doc(), name: 'Ole Martens' })
  exchange(session.doc, other.doc)
  const ids = ['eins', 'zwei', 'drei'].map(
    (text) => createCard(other, { kind: 'note', parentId: 'page:one', fields: { text } })!.shapeId,
  )
  exchange(session.doc, other.doc)
  const editor = canvas()
  const asked: RemovalQuestion[] = []
  const stop = askBeforeRemoving(editor as never, { session, settle: vi.fn() } as never, (question) =>
    asked.push(question),
  )
  editor.deleteShapes(ids)
  expect(asked).toMatchObject([{ cards: 3, ofOthers: 3 }])
  const there = () => ids.filter((id) => session.roots.board.has(id))
  expect(there()).toEqual(ids)

  show(
    <>
      <RemovalDialog {...{ session }} question={asked[0]!} onClose={vi.fn()} />
      <ToastRegion />
    </>,
  )
  act(() => screen.getByText('Von der Tafel nehmen').click())
  expect(there()).toEqual([])
  expect(screen.getByText('3 Karten wurden von der Tafel genommen.')).toBeTruthy()
  fireEvent.click(screen.getByText('Zurückholen'))
  expect(there()).toEqual(ids)
  stop()
})
