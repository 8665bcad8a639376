// @vitest-environment jsdom
import { kinds as german } from '#shared/kinds/de.ts'
import { writableKinds } from '#shared/kinds/index.ts'
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { createRef } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { createCard, moveCard, takeOffBoard } from '#client/artefacts/card-actions.ts'
import { BringDialog } from '#client/list-view/BringDialog.tsx'
import type { ListCommands } from '#client/list-view/list-commands.ts'
import { ListView } from '#client/list-view/ListView.tsx'
import { unflattenRecord, writeRecord } from '#shared/document/board-record.ts'
import { setLock } from '#shared/document/locks.ts'
import { cardsOf, outlineOf } from '#shared/document/outline.ts'
import { exchange, layPages, memorySession, type MemorySession } from '#tests/support/room-session.ts'
import { show } from '#tests/support/view.tsx'

let session: MemorySession
const opened = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  opened.mockClear()
  session = memorySession()
  layPages(session.roots)
})
afterEach(() => {
  cleanup()
  session.destroy()
  vi.useRealTimers()
})

const add = (text: string, parentId = 'page:one') =>
  createCard(session, { kind: 'note', parentId, fields: { text } })!
const open = (props: Partial<Parameters<typeof ListView>[0]> = {}) =>
  show(<ListView session={session} onOpenCard={opened} {...props} />)
// By attribute: working out every accessible name takes jsdom a second.
const rows = () => [...document.querySelectorAll<HTMLElement>('[role=row]')]
const row = (text: string) => rows().find((one) => one.textContent?.includes(text))!
const focus = (text: string) => act(() => row(text).focus())
const press = (key: string, mods = {}) => fireEvent.keyDown(document.activeElement!, { key, ...mods })
const said = () => [...document.querySelectorAll('[role=status]')].map((one) => one.textContent).join(' ')
const texts = (page = 0) =>
  cardsOf(outlineOf(session.roots)[page]!).map(
    ({ artefact }) => artefact.fields.text ?? artefact.fields.sentence,
  )
/** Somebody else, in a document of their own. */
const elsewhere = (change: (other: MemorySession) => void) => {
  const other = memorySession({ doc: new Y.Doc(), name: 'Ole Martens' })
  exchange(session.doc, other.doc)
  change(other)
  act(() => {
    exchange(session.doc, other.doc)
    vi.advanceTimersByTime(50)
  })
}

it('says in which language people wrote, and leaves its own words to the view', () => {
  add('Der Antrag liegt')
  open()
  const inGerman = [...document.body.querySelectorAll('[lang=de]')].map((one) => one.textContent)
  expect(inGerman).toContain('Der Antrag liegt')
  expect(inGerman).toContain('Erste Eindrücke')
  expect(inGerman.join(' ')).not.toMatch(/Notiz|Karten/)
})

describe('the list by keyboard', () => {
  it('is one stop in the tab order, whatever is in it', () => {
    add('eins')
    add('zwei')
    open()
    expect(rows().filter((one) => one.tabIndex === 0)).toHaveLength(1)
  })

  it('creates a note where the focus is and lets the person write at once', () => {
    add('eins')
    open()
    focus('Erste Eindrücke')
    press('n')
    const field = screen.getByRole('textbox', { name: /Text von/ })
    expect(document.activeElement).toBe(field)
    fireEvent.input(field, { target: { value: 'Neuer Gedanke' } })
    press('Enter')
    expect(outlineOf(session.roots)[0]!.frames[0]!.cards[0]!.artefact.fields.text).toBe('Neuer Gedanke')
    expect(document.activeElement).toBe(row('Neuer Gedanke'))
    expect(said()).toContain('Notiz angelegt in Erste Eindrücke auf Vorbereitung.')
  })

  it('begins a card with a word that is typed on a row, and loses none of its letters', () => {
    const list = createRef<ListCommands>()
    add('eins')
    open({ ref: list })
    focus('Erste Eindrücke')
    act(() => {
      list.current!.write('no')
      list.current!.write('t')
    })
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Text von/ })
    expect(document.activeElement).toBe(field)
    expect([field.value, field.selectionStart]).toEqual(['not', 3])
    press('Enter')
    act(() => list.current!.write('zweites'))
    expect(outlineOf(session.roots)[0]!.frames[0]!.cards.map(({ artefact }) => artefact.fields.text)).toEqual(
      expect.arrayContaining(['not', 'zweites']),
    )
  })

  it('shows all cards again when one is begun that the filter would hide', () => {
    const list = createRef<ListCommands>()
    add('eins')
    open({ ref: list })
    fireEvent.change(screen.getByRole('searchbox', { name: 'Karten suchen' }), { target: { value: 'eins' } })
    act(() => list.current!.write('zwei'))
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Text von/ }).value).toBe('zwei')
  })

  it('offers every kind once, what fits the page first', () => {
    open()
    fireEvent.click(screen.getByRole('button', { name: 'Neue Karte' }))
    const menu = screen.getByRole('menu')
    const offered = within(menu)
      .getAllByRole('menuitem')
      .map((item) => item.textContent)
    const all = [...writableKinds.map((kind) => german[kind].label), 'Interview einlesen …']
    expect(offered.toSorted()).toEqual(all.toSorted())
    const here = within(menu).getByRole('group', { name: 'Passt hierher' })
    expect(within(here).getByRole('menuitem', { name: 'Notiz' })).toBeTruthy()
    expect(within(menu).getAllByRole('group')[0]).toBe(here)
    fireEvent.click(screen.getByRole('menuitem', { name: 'Persona' }))
    expect(outlineOf(session.roots)[0]!.cards[0]!.artefact.kind).toBe('persona')
  })

  it('links all chosen cards at once, and every row says what stands behind its card', async () => {
    const idea = createCard(session, { kind: 'idea', parentId: 'page:one', fields: { sentence: 'Lotse' } })!
    const quotes = ['Das dauert', 'Viel zu lange'].map((wording) =>
      createCard(session, { kind: 'quote', parentId: 'page:one', fields: { wording } })!,
    )
    open()
    act(() => void vi.advanceTimersByTime(1_000))
    expect(row('Lotse').textContent).toContain('unbelegt')
    for (const wording of ['Das dauert', 'Viel zu lange']) {
      focus(wording)
      press(' ')
    }
    press('b')
    await act(() => vi.dynamicImportSettled())
    const dialog = within(screen.getByRole('dialog', { name: '2 Karten verknüpfen' }))
    fireEvent.change(dialog.getByRole('combobox'), { target: { value: 'supports to' } })
    fireEvent.click(dialog.getByRole('checkbox', { name: /Lotse/ }))
    fireEvent.click(dialog.getByRole('button', { name: 'Eine Karte verknüpfen' }))
    for (const { artefactId } of quotes)
      expect(session.artefacts.get(artefactId)!.links).toEqual([{ type: 'supports', to: idea.artefactId }])
    act(() => void vi.advanceTimersByTime(1_000))
    expect(row('Lotse').textContent).toContain('2 Belege')
  })

  it('filters by kinds that are there', () => {
    add('eins')
    open()
    const options = within(screen.getByRole('combobox', { name: 'Art' })).getAllByRole('option')
    expect(options.map((option) => option.textContent)).toEqual(['Alle Arten', german.note.plural])
  })

  it('leaves the page’s own kind to the room’s button where there is one, and offers the others', () => {
    const list = createRef<ListCommands>()
    open({ ref: list, newCardElsewhere: true })
    expect(screen.queryByRole('button', { name: 'Neue Karte' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Weitere Kartenarten' })).toBeTruthy()
    focus('Erste Eindrücke')
    act(() => list.current!.create('idea'))
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Text von/ }))
    expect(outlineOf(session.roots)[0]!.frames[0]!.cards[0]!.artefact.kind).toBe('idea')
  })

  it('opens a card with Enter', () => {
    const card = add('eins')
    open()
    focus('eins')
    press('Enter')
    expect(opened).toHaveBeenCalledWith(card.artefactId)
  })

  it('reorders with Alt and the arrows, keeps the focus and says the new place', () => {
    for (const text of ['eins', 'zwei', 'drei']) add(text)
    open()
    focus('eins')
    press('ArrowDown', { altKey: true })
    expect(texts()).toEqual(['zwei', 'eins', 'drei'])
    expect(document.activeElement).toBe(row('eins'))
    expect(said()).toContain('Platz 2 von 3')
  })

  it('moves to another page by a dialog', async () => {
    add('eins')
    open()
    focus('eins')
    press('v')
    await act(() => vi.dynamicImportSettled())
    const dialog = screen.getByRole('dialog')
    fireEvent.change(within(dialog).getByRole('listbox'), { target: { value: 'page:two' } })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Verschieben' }))
    expect([texts(0), texts(1)]).toEqual([[], ['eins']])
    expect(said()).toContain('Karte verschoben nach Ideen.')
    expect(document.activeElement).toBe(row('eins'))
  })

  it('duplicates, turns and takes off the board', () => {
    add('eins')
    open()
    focus('eins')
    press('d', { ctrlKey: true })
    expect(texts()).toEqual(['eins', 'eins'])
    press('F10', { shiftKey: true })
    fireEvent.click(screen.getByRole('menuitem', { name: 'In Idee umwandeln' }))
    expect(outlineOf(session.roots)[0]!.cards.map(({ artefact }) => artefact.kind)).toEqual(['note', 'idea'])
    press('Delete')
    expect(texts()).toEqual(['eins'])
    expect(document.activeElement).toBe(row('eins'))
    // The key is still down
    press('Delete', { repeat: true })
    expect(texts()).toEqual(['eins'])
  })

  it('undoes and redoes own work only', () => {
    add('eins')
    session.history.checkpoint()
    open()
    focus('eins')
    elsewhere((other) => createCard(other, { kind: 'note', parentId: 'page:one', fields: { text: 'fremd' } }))
    press('Delete')
    expect(texts()).toEqual(['fremd'])
    press('z', { ctrlKey: true })
    expect(texts().sort()).toEqual(['eins', 'fremd'])
    press('y', { ctrlKey: true })
    expect(texts()).toEqual(['fremd'])
  })

  it('puts a card that was put aside back on the board', () => {
    const card = add('eins')
    takeOffBoard(session, card.shapeId)
    open()
    focus('Abgelegt')
    press('Enter')
    focus('eins')
    press('F10', { shiftKey: true })
    fireEvent.click(screen.getByRole('menuitem', { name: 'Wieder auf die Tafel legen' }))
    expect(texts()).toEqual(['eins'])
  })
})

describe('the list while others work', () => {
  it('shows their cards and keeps the focus where it is', () => {
    add('eins')
    open()
    focus('eins')
    elsewhere((other) =>
      createCard(other, { kind: 'idea', parentId: 'page:one', fields: { sentence: 'neu' } }),
    )
    expect(row('neu')).toBeTruthy()
    expect(document.activeElement).toBe(row('eins'))
  })

  it('keeps the focus on a card that somebody else moves', () => {
    const card = add('eins')
    add('zwei')
    open()
    focus('eins')
    elsewhere((other) => moveCard(other, card.shapeId, 'shape:frame'))
    expect(document.activeElement).toBe(row('eins'))
    expect(row('eins').getAttribute('aria-level')).toBe('3')
  })

  it('hands the focus on when the card with the focus is taken away', () => {
    const card = add('eins')
    add('zwei')
    open()
    focus('eins')
    elsewhere((other) => takeOffBoard(other, card.shapeId))
    expect(document.activeElement).toBe(row('zwei'))
    expect(said()).toContain('weggenommen')
  })

  it('leaves the caret alone while somebody writes in a row', () => {
    const card = add('eins')
    open()
    focus('eins')
    press('F2')
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Text von/ })
    field.setSelectionRange(2, 2)
    elsewhere((other) => {
      other.edit(({ artefacts }) =>
        (artefacts.get(card.artefactId)!.get('f.text') as Y.Text).insert(0, 'Nr. '),
      )
      createCard(other, { kind: 'note', parentId: 'page:one', fields: { text: 'neu' } })
    })
    expect(document.activeElement).toBe(field)
    expect([field.value, field.selectionStart]).toEqual(['Nr. eins', 6])
  })
})

describe('the list', () => {
  it('finds cards by text and kind, and says how many', () => {
    add('Wege verkürzen')
    add('Akten')
    createCard(session, { kind: 'idea', parentId: 'page:one', fields: { sentence: 'Eine Wand' } })
    open()
    fireEvent.change(screen.getByLabelText('Karten suchen'), { target: { value: 'wege' } })
    expect(row('Akten')).toBeUndefined()
    expect(said()).toContain('1 Karte gefunden')
    fireEvent.change(screen.getByLabelText('Art'), { target: { value: 'idea' } })
    expect(screen.getByText('Keine Karte passt')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Alle Karten zeigen' }))
    expect(row('Akten')).toBeTruthy()
  })

  it('offers nothing that is not allowed', () => {
    add('eins')
    open({ readOnly: true })
    expect(screen.queryByRole('button', { name: 'Neue Karte' })).toBe(null)
    focus('eins')
    press('Delete')
    expect(texts()).toEqual(['eins'])
    expect(said()).toContain('nichts geändert')
  })

  it('brings the focus to the card that was selected on the board, also on a folded page', () => {
    const card = add('drüben', 'page:two')
    open({ pageId: 'page:one', focusShapeId: card.shapeId })
    expect(document.activeElement).toBe(row('drüben'))
  })
})

it('brings no card that is locked where it lies, and none into something that is locked', () => {
  add('offen', 'page:two')
  const held = add('gesperrt', 'page:two')
  session.doc.transact(() =>
    [held.shapeId, 'shape:frame'].forEach((id) => setLock(session.roots.board, id, true)),
  )
  const nothing = () => undefined
  show(<BringDialog {...{ session }} pageId="page:one" onBring={nothing} onClose={nothing} />)
  expect(screen.getAllByRole('checkbox').map((box) => box.closest('label')!.textContent)).toEqual(['offen'])
  expect(screen.queryByRole('option', { name: 'Erste Eindrücke' })).toBe(null)
  expect(screen.getByText('offen').closest('[lang]')?.getAttribute('lang')).toBe('de')
})

it('a frame in a locked one is locked by itself, and only then opened by itself', () => {
  session.destroy()
  session = memorySession({ role: 'moderator' })
  layPages(session.roots)
  const inner = { ...unflattenRecord(session.roots.board.get('shape:frame')!), id: 'shape:inner' }
  session.doc.transact(() => {
    writeRecord(session.roots.board, { ...inner, parentId: 'shape:frame', props: { name: 'Darin' } })
    setLock(session.roots.board, 'shape:frame', true)
  })
  open()
  fireEvent.click(screen.getByRole('button', { name: 'Darin sperren' }))
  expect(session.roots.board.get('shape:inner')?.get('m.locked')).toBe(true)
  fireEvent.click(screen.getByRole('button', { name: 'Darin entsperren' }))
  expect(session.roots.board.get('shape:inner')?.has('m.locked')).toBe(false)
})

it('makes a cluster of what was chosen, and one of several clusters', () => {
  for (const text of ['Telefon', 'Schlange', 'Schalter', 'Formular']) add(text)
  open()
  const together = (a: string, b: string, button: string) => {
    for (const one of [a, b]) {
      focus(one)
      press(' ')
    }
    fireEvent.click(screen.getByRole('button', { name: button }))
  }
  together('Telefon', 'Schlange', 'Zu einem Cluster legen')
  together('Schalter', 'Formular', 'Zu einem Cluster legen')
  const clusters = () => rows().filter((one) => one.textContent?.includes('Cluster ohne Namen'))
  expect(clusters().map((one) => one.getAttribute('aria-expanded'))).toEqual(['true', 'true'])
  for (const one of clusters()) {
    act(() => one.focus())
    press(' ')
  }
  fireEvent.click(screen.getByRole('button', { name: 'Cluster zusammenlegen' }))
  expect(clusters()).toHaveLength(1)
  expect(clusters()[0]!.textContent).toContain('4 Karten')
  act(() => clusters()[0]!.focus())
  press('ArrowLeft')
  expect(clusters()[0]!.getAttribute('aria-expanded')).toBe('false')
  expect(row('Telefon')).toBeUndefined()
})

it('makes the next version of a card from its row, and says of each which one it is', () => {
  createCard(session, { kind: 'prototype', parentId: 'page:one', fields: { name: 'Lotse', version: 1 } })
  open()
  focus('Lotse')
  press('F10', { shiftKey: true })
  fireEvent.click(screen.getByRole('menuitem', { name: 'Neue Fassung anlegen' }))
  const versions = rows().filter((one) => one.textContent?.includes('Lotse'))
  expect(versions.map(({ textContent }) => /Prototyp v\d/.exec(textContent ?? '')?.[0]).sort()).toEqual([
    'Prototyp v1',
    'Prototyp v2',
  ])
})
