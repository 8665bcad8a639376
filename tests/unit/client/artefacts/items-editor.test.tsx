// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createCard } from '#client/artefacts/card-actions.ts'
import { findCards } from '#client/artefacts/card-search.ts'
import { CardPanel } from '#client/artefacts/CardPanel.tsx'
import { announcements } from '#client/ui/announcements.ts'
import { ToastRegion } from '#client/ui/Toast.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { isBlank, itemsOf, readArtefact, replaceText } from '#shared/document/artefacts.ts'
import {
  addItem,
  itemText,
  moveItem,
  putItemBack,
  removeItem,
  type ItemsMap,
} from '#shared/document/items.ts'
import type { Item, ItemsSpec } from '#shared/kinds/field.ts'
import { kinds } from '#shared/kinds/index.ts'
import { exchange, layPages, memorySession, type MemorySession } from '#tests/support/room-session.ts'
import { show } from '#tests/support/view.tsx'

const spec: ItemsSpec = kinds.journey.fields.stages

let session: MemorySession
let artefactId: string

beforeEach(() => {
  localStorage.clear()
  session = memorySession()
  layPages(session.roots)
  artefactId = createCard(session, {
    kind: 'journey',
    parentId: 'page:one',
    fields: { title: 'Carport' },
  })!.artefactId
})
afterEach(() => {
  cleanup()
  session.destroy()
})

const nothing = () => undefined
const open = () =>
  show(
    <>
      <CardPanel
        {...{ session, artefactId }}
        onClose={nothing}
        onOpenArtefact={nothing}
        onOpenMade={nothing}
      />
      <ToastRegion />
    </>,
  )
const stages = () => readArtefact(session.roots.artefacts, artefactId)!.fields.stages as Item[]
const actions = () => stages().map(({ fields }) => fields.action)
const stored = (doc: Y.Doc): ItemsMap => itemsOf(doc.getMap('artefacts'), artefactId, 'stages')!
// By attributes and titles: computing roles and names of some hundred controls takes jsdom minutes.
const step = (n: number) => document.querySelectorAll<HTMLElement>('[data-item]')[n - 1]!
const inStep = (n: number) => within(step(n))
const text = (n: number) => inStep(n).getByLabelText<HTMLTextAreaElement>('Was passiert?')
const button = (name: string) =>
  screen.queryByTitle<HTMLButtonElement>(name) ?? screen.getByText<HTMLButtonElement>(name)
const press = (name: string) => fireEvent.click(button(name))
const said = () => announcements.snapshot().text

function write(field: HTMLElement, value: string) {
  act(() => field.focus())
  fireEvent.input(field, { target: { value } })
}

/** A card with these steps, written by hand. */
function withSteps(...words: string[]) {
  const shown = open()
  words.forEach((word, index) => {
    press('Schritt hinzufügen')
    write(text(index + 1), word)
  })
  return shown
}

/** Another person changes the same items on another computer, and the two meet. */
function meanwhile(change: (items: ItemsMap) => void) {
  const other = new Y.Doc()
  exchange(session.doc, other)
  other.transact(() => change(stored(other)))
  act(() => exchange(session.doc, other))
}

describe('the editor of items', () => {
  it('says that there is nothing yet, and brings a new item with the caret in its first field', () => {
    open()
    expect(screen.getByText('Noch kein Eintrag.')).toBeTruthy()
    press('Schritt hinzufügen')
    expect(document.activeElement).toBe(text(1))
    expect(screen.getByRole('group', { name: 'Schritt 1' })).toBe(step(1))
    expect(said()).toBe('Schritt 1 hinzugefügt.')
    expect(screen.queryByText('Noch kein Eintrag.')).toBe(null)
  })

  it('offers every field of an item in the editor of its type, with its example', () => {
    withSteps('ruft an')
    expect(text(1).placeholder).toBe('ruft im Bauamt an')
    fireEvent.click(inStep(1).getByRole('radio', { name: '−2' }))
    fireEvent.change(inStep(1).getByLabelText('Medienbruch?'), { target: { value: 'break' } })
    write(inStep(1).getByLabelText('Kontaktpunkt'), 'Telefon')
    expect(stages()[0]!.fields).toMatchObject({
      action: 'ruft an',
      feeling: -2,
      mediaBreak: 'break',
      touchpoint: 'Telefon',
    })
  })

  it('lets two people write in one row, letter by letter', () => {
    withSteps('ruft an')
    const row = stages()[0]!.id
    meanwhile((items) => replaceText(itemText(items, row, 'action')!, 'ruft im Amt an'))
    write(text(1), 'ruft im Amt an, lange')
    expect(text(1).value).toBe('ruft im Amt an, lange')
    expect(actions()).toEqual(['ruft im Amt an, lange'])
    expect(session.presence.own.getState().e).toEqual([artefactId, `stages.${row}.action`])
  })

  it.each([
    ['its button', (n: number) => press(`Schritt ${n} nach oben`)],
    ['Alt and an arrow', (n: number) => fireEvent.keyDown(text(n), { key: 'ArrowUp', altKey: true })],
  ])('moves an item by %s and says where it stands', (_, moveUp) => {
    withSteps('eins', 'zwei', 'drei')
    const field = text(3)
    act(() => field.focus())
    moveUp(3)
    expect(actions()).toEqual(['eins', 'drei', 'zwei'])
    expect(said()).toBe('Jetzt an Stelle 2 von 3.')
    expect(document.activeElement).toBe(field)
    moveUp(1)
    expect(said()).toBe('Steht schon an erster Stelle.')
    expect(actions()).toEqual(['eins', 'drei', 'zwei'])
  })

  it('moves an item by dragging its handle before another', () => {
    withSteps('eins', 'zwei', 'drei')
    const dataTransfer = { setData: nothing, setDragImage: nothing, effectAllowed: '' }
    fireEvent.dragStart(screen.getByTitle('Schritt 3 mit der Maus verschieben'), { dataTransfer })
    fireEvent.dragOver(step(1), { dataTransfer, clientY: -1 })
    expect(step(1).dataset.drop).toBe('before')
    fireEvent.drop(step(1), { dataTransfer, clientY: -1 })
    expect(actions()).toEqual(['drei', 'eins', 'zwei'])
    expect(step(1).dataset.drop).toBe(undefined)
  })

  it('keeps the caret where it is when somebody else moves the item that is being written in', () => {
    withSteps('eins', 'zwei')
    const field = text(2)
    act(() => field.focus())
    const row = stages()[1]!.id
    meanwhile((items) => moveItem(items, spec, row, 0))
    expect(actions()).toEqual(['zwei', 'eins'])
    expect(document.activeElement).toBe(field)
  })

  it('removes an item, gives the focus to the next, and puts exactly it back', () => {
    withSteps('eins', 'zwei', 'drei')
    act(() => button('Schritt 2 entfernen').focus())
    press('Schritt 2 entfernen')
    expect(actions()).toEqual(['eins', 'drei'])
    expect(document.activeElement).toBe(step(2))
    expect(screen.getByText('Schritt 2 entfernt.')).toBeTruthy()
    press('Rückgängig')
    expect(actions()).toEqual(['eins', 'zwei', 'drei'])
  })

  it('gives the focus to the button that adds once nothing is left', () => {
    withSteps('eins')
    act(() => button('Schritt 1 entfernen').focus())
    press('Schritt 1 entfernen')
    expect(document.activeElement).toBe(button('Schritt hinzufügen'))
  })

  it('says so when somebody else removes the item that is being written in, and brings its words back', () => {
    withSteps('eins', 'zwei')
    const row = stages()[1]!.id
    meanwhile((items) => removeItem(items, row))
    expect(screen.getByText('Jemand anderes hat entfernt, was Sie gerade bearbeitet haben.')).toBeTruthy()
    expect(document.activeElement).toBe(step(1))
    press('Zurückholen')
    expect(actions()).toEqual(['eins', 'zwei'])
  })

  describe('somebody else removes the item that is being written in, and whoever types on', () => {
    /** The second step is removed while the caret stands in it. */
    function losingStep2(at: number): string {
      withSteps('sucht', 'ruft')
      act(() => text(2).focus())
      text(2).setSelectionRange(at, at)
      fireEvent.select(text(2))
      const gone = stages()[1]!.id
      meanwhile((items) => removeItem(items, gone))
      return gone
    }
    const typed = (key: string) => fireEvent.keyDown(document.activeElement!, { key })

    it('has it back at the first key, with the caret where it was', () => {
      losingStep2(4)
      // It would press the button that adds
      typed(' ')
      expect(actions()).toEqual(['sucht', 'ruft '])
      expect(document.activeElement).toBe(text(2))
      expect(text(2).selectionStart).toBe(5)
      expect(typed('a'), 'the field takes it itself').toBe(true)
    })

    it('may begin with Backspace', () => {
      losingStep2(3)
      typed('Backspace')
      expect(actions()).toEqual(['sucht', 'rut'])
      expect(text(2).selectionStart).toBe(2)
    })

    it('may begin with Enter, which would press the button that adds', () => {
      losingStep2(4)
      expect(typed('Enter'), 'the button does not take it').toBe(false)
      expect(actions()).toEqual(['sucht', spec.fields.action!.type === 'text' ? 'ruft\n' : 'ruft'])
    })

    it('goes on in it, too, where the other has brought it back', () => {
      const gone = losingStep2(4)
      meanwhile((items) => putItemBack(items, spec, { id: gone, order: 'a5', fields: { action: 'ruft' } }))
      typed('e')
      expect(actions()).toEqual(['sucht', 'rufte'])
      expect(document.activeElement).toBe(text(2))
    })

    it('writes no more than the field takes', () => {
      const { maxChars } = spec.fields.action as { maxChars: number }
      withSteps('sucht', 'x'.repeat(maxChars))
      act(() => text(2).focus())
      const gone = stages()[1]!.id
      meanwhile((items) => removeItem(items, gone))
      typed('y')
      expect(String(actions()[1])).toHaveLength(maxChars)
    })
  })

  it('does not blame others for what this person undoes', () => {
    open()
    press('Schritt hinzufügen')
    expect(document.activeElement?.tagName).toBe('TEXTAREA')
    const told = toasts.snapshot().length
    act(() => session.history.undo())
    expect(stages()).toEqual([])
    expect(toasts.snapshot()).toHaveLength(told)
  })

  it('makes one undo step of each thing done to an item, and never undoes what others did', () => {
    withSteps('eins', 'zwei')
    press('Schritt 2 nach oben')
    meanwhile((items) => replaceText(itemText(items, stages()[1]!.id, 'action')!, 'eins, erweitert'))
    press('Schritt 1 entfernen')
    act(() => session.history.undo())
    expect(actions()).toEqual(['zwei', 'eins, erweitert'])
    act(() => session.history.undo())
    expect(actions()).toEqual(['eins, erweitert', 'zwei'])
  })

  it('adds no more than the field may hold, and says how many that are', () => {
    open()
    act(() =>
      session.doc.transact(() => {
        for (let n = 1; n < spec.max; n++) addItem(stored(session.doc), spec)
      }),
    )
    press('Schritt hinzufügen')
    expect(stages()).toHaveLength(30)
    expect(screen.queryByText('Schritt hinzufügen')).toBe(null)
    expect(screen.getByText('Mehr als 30 Einträge passen hier nicht hinein.')).toBeTruthy()
  })

  it('only shows while writing is not allowed', () => {
    withSteps('eins')
    act(() => session.facilitation.setState({ mayWrite: false }))
    expect(screen.queryByText('Schritt hinzufügen')).toBe(null)
    expect(screen.queryByTitle(/Schritt/)).toBe(null)
    expect(text(1).readOnly).toBe(true)
    expect(fireEvent.keyDown(text(1), { key: 'ArrowDown', altKey: true })).toBe(true)
  })
})

describe('the words in the items of a card', () => {
  it('are found, and an item without any makes no card of an empty one', () => {
    withSteps('ruft dreimal an')
    expect(findCards(session, 'dreimal').map(({ id }) => id)).toEqual([artefactId])
    expect(findCards(session, 'viermal')).toEqual([])
    const blank = (stagesNow: Item[]) =>
      isBlank({ ...readArtefact(session.roots.artefacts, artefactId)!, fields: { stages: stagesNow } })
    expect(blank(stages())).toBe(false)
    expect(blank([{ id: 'x', order: 'a0', fields: { action: ' ', mediaBreak: 'none' } }])).toBe(true)
  })
})
