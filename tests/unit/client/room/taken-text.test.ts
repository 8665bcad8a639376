// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { headlineOf, readArtefact } from '#shared/document/artefacts.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { createCard, type PlacedCard } from '#client/artefacts/card-actions.ts'
import { followTakenText, type TakenText } from '#client/room/keys/taken-text.ts'
import { createRoomView, type RoomViewStore } from '#client/ui-state/room-view.ts'
import { exchange, layPages, memorySession, type MemorySession } from '#tests/support/room-session.ts'

let session: MemorySession
let view: RoomViewStore
let taken: TakenText
let told: string[]
let card: PlacedCard

beforeEach(() => {
  session = memorySession()
  layPages(session.roots)
  view = createRoomView('list')
  told = []
  taken = followTakenText({ session, view } as never, (what) => told.push(what))
  card = createCard(session, { kind: 'note', parentId: 'page:one', fields: { text: 'Der Antrag.' } })!
})
afterEach(() => {
  taken.dispose()
  session.destroy()
  document.body.innerHTML = ''
})

/** Somebody writes here, with the caret at an offset. */
function writesIn(html: string, at = 0): void {
  document.body.innerHTML = `<main>${html}</main><aside><textarea id="panel"></textarea></aside>`
  const field = document.querySelector<HTMLElement>('main textarea, main input, main [tabindex]')!
  field.focus()
  if (field instanceof HTMLTextAreaElement) field.setSelectionRange(at, at)
}

async function removedByOther(id: string): Promise<void> {
  const other = new Y.Doc()
  exchange(session.doc, other)
  other.transact(() => rootsOf(other).board.delete(id))
  exchange(session.doc, other)
  await Promise.resolve()
}

const type = (words: string) =>
  [...words].map((key) => taken.press(new KeyboardEvent('keydown', { key }))).every(Boolean)
const wordsOf = (id: string) => headlineOf(readArtefact(session.roots.artefacts, id)!)

describe('a text that somebody else takes away', () => {
  it('goes on in its card’s panel, in the list as on the board, where the caret was', async () => {
    writesIn('<div role="row"><textarea>Der Antrag.</textarea></div>', 10)
    session.presence.show({ e: [card.artefactId, 'text'] })
    await removedByOther(card.shapeId)
    expect(view.getState().panel).toMatchObject({
      type: 'card',
      artefactId: card.artefactId,
      isJustMade: true,
    })
    expect(told).toEqual(['card'])

    expect(type(' liegt')).toBe(true)
    expect(wordsOf(card.artefactId)).toBe('Der Antrag liegt.')
    document.querySelector<HTMLElement>('#panel')!.focus()
    expect(type('x')).toBe(false)
  })

  it('holds no other key than letters, and ends with it', async () => {
    writesIn('<div role="row"><textarea>Der Antrag.</textarea></div>', 10)
    session.presence.show({ e: [card.artefactId, 'text'] })
    await removedByOther(card.shapeId)
    const press = (key: string) => taken.press(new KeyboardEvent('keydown', { key }))
    expect(press('Shift')).toBe(false)
    expect(press('!')).toBe(true)
    expect(press('Backspace')).toBe(true)
    expect(press('Tab')).toBe(false)
    expect(press('x')).toBe(false)
    expect(wordsOf(card.artefactId)).toBe('Der Antrag.')
  })

  it('becomes a note that is put aside where it was no card’s', async () => {
    session.edit(({ board }) =>
      board.set(
        'shape:frame',
        new Y.Map<unknown>([
          ['id', 'shape:frame'],
          ['typeName', 'shape'],
          ['type', 'frame'],
        ]),
      ),
    )
    writesIn('<div data-shape-id="shape:frame"><input value="Offene Fragen "></div>')
    await removedByOther('shape:frame')
    expect(told).toEqual(['words'])
    expect(type('und')).toBe(true)
    const { panel } = view.getState()
    expect(panel?.type === 'card' && wordsOf(panel.artefactId)).toBe('Offene Fragen und')
  })

  it('stays where it is in a panel, and where one takes it back oneself', async () => {
    writesIn('<textarea>Der Antrag.</textarea>')
    session.presence.show({ e: [card.artefactId, 'text'] })
    session.history.undo()
    await Promise.resolve()
    document.querySelector<HTMLElement>('#panel')!.focus()
    session.history.redo()
    await removedByOther(card.shapeId)
    expect(told).toEqual([])
    expect(type('x')).toBe(false)
  })
})
