// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { asOneStep, createCard, setCardClearance, takeOffBoard } from '#client/artefacts/card-actions.ts'
import { deriveCard } from '#client/artefacts/derive-card.ts'
import { CardPanel } from '#client/artefacts/CardPanel.tsx'
import { quotePassage } from '#client/kinds/interview/quote-passage.ts'
import { addLink, headlineOf, readArtefact, replaceText, textOf } from '#shared/document/artefacts.ts'
import type { Link } from '#shared/evidence/links.ts'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import { exchange, layPages, memorySession, type MemorySession } from '#tests/support/room-session.ts'
import { show } from '#tests/support/view.tsx'

let session: MemorySession
const onClose = vi.fn()
const onOpenArtefact = vi.fn<(id: string) => void>()
const onOpenMade = vi.fn<(id: string) => void>()

beforeEach(() => {
  vi.useFakeTimers()
  vi.clearAllMocks()
  localStorage.clear()
  session = memorySession()
  layPages(session.roots)
})
afterEach(() => {
  cleanup()
  session.destroy()
  vi.useRealTimers()
})

const add = (kind: ArtefactKind, fields: Record<string, string> = {}) =>
  createCard(session, { kind, parentId: 'page:one', fields })!
const open = (artefactId: string) =>
  show(<CardPanel {...{ session, artefactId, onClose, onOpenArtefact, onOpenMade }} />)
const linkCards = (from: string, link: Link) =>
  asOneStep(session, ({ artefacts }) => addLink(artefacts, from, link))
const read = (id: string) => readArtefact(session.roots.artefacts, id)!
const write = (field: HTMLElement, value: string) => {
  act(() => field.focus())
  fireEvent.input(field, { target: { value } })
}

describe('the card panel', () => {
  it('writes every field of a persona into the shared document', () => {
    const { artefactId } = add('persona', { name: 'Frau Krause' })
    open(artefactId)
    write(screen.getByLabelText('Ziele'), 'Ruhe')
    fireEvent.click(screen.getByRole('radio', { name: '4' }))
    fireEvent.change(screen.getByLabelText('Stand'), { target: { value: 'agreed' } })
    expect(read(artefactId)).toMatchObject({ status: 'agreed', fields: { goals: 'Ruhe', digitalSkill: 4 } })
  })

  it('lets a new card be written at once, and shows any other from its heading', () => {
    const fresh = add('note')
    const { unmount } = open(fresh.artefactId)
    expect(document.activeElement).toBe(screen.getByLabelText('Text'))
    unmount()
    open(add('note', { text: 'da' }).artefactId)
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Notiz' }))
  })

  it('makes one undo step of each stretch of writing', () => {
    const { artefactId } = add('note')
    open(artefactId)
    const field = screen.getByLabelText<HTMLTextAreaElement>('Text')
    write(field, 'Ein')
    write(field, 'Ein Satz.')
    act(() => void vi.advanceTimersByTime(2_000))
    write(field, 'Ein Satz. Noch einer.')
    fireEvent.keyDown(field, { key: 'z', ctrlKey: true })
    expect(field.value).toBe('Ein Satz.')
    fireEvent.keyDown(field, { key: 'z', ctrlKey: true })
    expect(field.value).toBe('')
    fireEvent.keyDown(field, { key: 'y', ctrlKey: true })
    expect(field.value).toBe('Ein Satz.')
  })

  it('tells others which field is being written, and this person who else is in it', () => {
    const { artefactId } = add('note')
    open(artefactId)
    const field = screen.getByLabelText('Text')
    expect(session.presence.own.getState().e).toEqual([artefactId, 'text'])
    act(() =>
      session.peers.setState(
        [
          {
            ...session.facilitation.getState().me!,
            name: 'Ole Martens',
            presence: { e: [artefactId, 'text'] },
          },
        ],
        true,
      ),
    )
    expect(screen.getByText('Ole Martens schreibt hier auch')).toBeTruthy()
    act(() => field.blur())
    expect(session.presence.own.getState().e).toBeUndefined()
  })

  it('says how much room is left before a text is full', () => {
    const { artefactId } = add('note')
    open(artefactId)
    write(screen.getByLabelText('Text'), 'x'.repeat(1_990))
    expect(screen.getByText('Noch 10 Zeichen frei')).toBeTruthy()
    write(screen.getByLabelText('Text'), 'x'.repeat(2_000))
    expect(screen.getByText(/passt nichts mehr hinein/)).toBeTruthy()
  })

  it('only shows while writing is not allowed', () => {
    const { artefactId } = add('idea', { sentence: 'x' })
    session.facilitation.setState({ mayWrite: false })
    open(artefactId)
    expect(screen.getByLabelText<HTMLTextAreaElement>('Die Idee in einem Satz').readOnly).toBe(true)
    expect(screen.queryByRole('button', { name: 'Aktionen zur Karte' })).toBe(null)
    expect(screen.queryByText('Bild auswählen')).toBe(null)
  })

  it('follows what somebody else writes in the same field', () => {
    const { artefactId } = add('note', { text: 'Wege' })
    open(artefactId)
    const field = screen.getByLabelText<HTMLTextAreaElement>('Text')
    write(field, 'Wege verkürzen')
    const other = new Y.Doc()
    exchange(session.doc, other)
    replaceText(textOf(other.getMap('artefacts'), artefactId, 'text')!, 'Alle Wege verkürzen')
    act(() => exchange(session.doc, other))
    expect(field.value).toBe('Alle Wege verkürzen')
  })

  it('adds and removes tags', () => {
    const { artefactId } = add('note', { text: 'x' })
    open(artefactId)
    fireEvent.change(screen.getByLabelText('Neues Schlagwort'), { target: { value: ' Recht ' } })
    fireEvent.click(screen.getByRole('button', { name: 'Schlagwort hinzufügen' }))
    expect(read(artefactId).tags).toEqual(['Recht'])
    fireEvent.click(screen.getByRole('button', { name: 'Schlagwort „Recht“ entfernen' }))
    expect(read(artefactId).tags).toEqual([])
  })

  it('turns a card into another kind and shows its fields', () => {
    const { artefactId } = add('note', { text: 'Ein Lotse' })
    open(artefactId)
    fireEvent.click(screen.getByRole('button', { name: 'Aktionen zur Karte' }))
    fireEvent.click(screen.getByRole('menuitem', { name: 'In Idee umwandeln' }))
    expect(screen.getByLabelText<HTMLTextAreaElement>('Die Idee in einem Satz').value).toBe('Ein Lotse')
  })

  it('derives a card that lies beside and knows where it came from', () => {
    const { artefactId, shapeId } = add('quote', { wording: 'Das dauert zu lange.' })
    open(artefactId)
    fireEvent.click(screen.getByRole('button', { name: 'Aktionen zur Karte' }))
    fireEvent.click(screen.getByRole('menuitem', { name: 'Daraus ableiten: Idee' }))
    const idea = read(onOpenMade.mock.calls[0]![0])
    expect([idea.kind, headlineOf(idea), idea.links]).toEqual([
      'idea',
      'Das dauert zu lange.',
      [{ type: 'derivedFrom', to: artefactId }],
    ])
    const places = [...session.roots.board.values()].map((record) => record.get('xy'))
    const [x, y] = session.roots.board.get(shapeId)!.get('xy') as [number, number]
    expect(places).toContainEqual([x + 284 + 24, y])
  })

  it.each([
    ['Daraus ableiten: Idee', 'Die Idee in einem Satz'],
    ['Karte verdoppeln', 'Wortlaut'],
  ])('%s opens a card to be written', (action, headline) => {
    const { artefactId } = add('quote', { wording: 'Das dauert zu lange.' })
    const { unmount } = open(artefactId)
    fireEvent.click(screen.getByRole('button', { name: 'Aktionen zur Karte' }))
    fireEvent.click(screen.getByRole('menuitem', { name: action }))
    const made = onOpenMade.mock.calls[0]![0]
    unmount()
    show(<CardPanel {...{ session, onClose, onOpenArtefact, onOpenMade }} artefactId={made} isJustMade />)
    const field = screen.getByLabelText<HTMLTextAreaElement>(headline)
    expect(document.activeElement).toBe(field)
    expect(field.selectionStart).toBe(field.value.length)
  })

  it('says when a card is put aside and puts it back', () => {
    const card = add('note', { text: 'x' })
    takeOffBoard(session, card.shapeId)
    open(card.artefactId)
    fireEvent.click(screen.getByRole('button', { name: 'Wieder auf die Tafel legen' }))
    expect(screen.queryByText(/ist abgelegt/)).toBe(null)
  })

  it('closes with Escape and gives the focus back', () => {
    const before = document.body.appendChild(document.createElement('button'))
    before.focus()
    open(add('note', { text: 'x' }).artefactId)
    fireEvent.keyDown(screen.getByRole('heading', { name: 'Notiz' }), { key: 'Escape' })
    expect(onClose).toHaveBeenCalled()
    before.remove()
  })
})

describe('the evidence of a card', () => {
  it('says "unbelegt" until a quote stands behind it, then how many from how many interviews', () => {
    const idea = add('idea', { sentence: 'Lotse' })
    open(idea.artefactId)
    expect(screen.getByText('unbelegt')).toBeTruthy()
    const interview = add('interview', { title: 'Hauptamt', transcript: 'Das dauert. Viel zu lange.' })
    const quote = quotePassage(session, read(interview.artefactId), { start: 0, end: 11 })!
    act(() => linkCards(quote.artefactId, { type: 'supports', to: idea.artefactId }))
    expect(screen.getByText('1 Beleg aus 1 Interview')).toBeTruthy()
    expect(screen.getByText(/^belegt durch/)).toBeTruthy()
  })

  it('links a card found by a word of it, and lets the link go again', () => {
    const idea = add('idea', { sentence: 'Lotse' })
    const note = add('note', { text: 'Formulare sind schwer' })
    open(idea.artefactId)
    fireEvent.click(screen.getByRole('button', { name: 'Verknüpfen: belegt durch …' }))
    const dialog = screen.getByRole('dialog')
    fireEvent.change(within(dialog).getByLabelText('Karte suchen'), { target: { value: 'formular' } })
    fireEvent.click(within(dialog).getByRole('checkbox', { name: /Formulare sind schwer/ }))
    fireEvent.change(within(dialog).getByLabelText('Diese Karte …'), { target: { value: 'derivedFrom to' } })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Eine Karte verknüpfen' }))
    expect(read(idea.artefactId).links).toEqual([{ type: 'derivedFrom', to: note.artefactId }])
    fireEvent.click(screen.getByRole('button', { name: /Verknüpfung mit/ }))
    expect(read(idea.artefactId).links).toEqual([])
  })

  it('is supported by several quotes at once, in one step that is undone as one', () => {
    const idea = add('idea', { sentence: 'Lotse' })
    const quotes = ['Das dauert', 'Viel zu lange'].map((wording) => add('quote', { wording }))
    open(idea.artefactId)
    fireEvent.click(screen.getByRole('button', { name: 'Verknüpfen: belegt durch …' }))
    for (const box of screen.getAllByRole('checkbox')) fireEvent.click(box)
    fireEvent.click(screen.getByRole('button', { name: '2 Karten verknüpfen' }))
    for (const quote of quotes)
      expect(read(quote.artefactId).links).toEqual([{ type: 'supports', to: idea.artefactId }])
    act(() => session.history.undo())
    for (const quote of quotes) expect(read(quote.artefactId).links).toEqual([])
  })

  it('leads, as a whole trail, back to the passage and to what contradicts, and marks what was replaced', () => {
    const interview = add('interview', { title: 'Hauptamt', transcript: 'Erst dies. Das dauert. Dann das.' })
    const quote = quotePassage(session, read(interview.artefactId), { start: 11, end: 22 })!
    const [old, idea] = [add('idea', { sentence: 'Zettel' }), add('idea', { sentence: 'Lotse' })]
    const objection = add('quote', { wording: 'Bei uns ruft keiner an' })
    linkCards(quote.artefactId, { type: 'supports', to: old.artefactId })
    linkCards(idea.artefactId, { type: 'replaces', to: old.artefactId })
    linkCards(objection.artefactId, { type: 'contradicts', to: old.artefactId })
    open(idea.artefactId)
    fireEvent.click(screen.getByRole('button', { name: 'Ganze Spur' }))
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.getByText('Das dauert.', { selector: 'mark' })).toBeTruthy()
    expect(dialog.getByText('ersetzt', { selector: 'span' })).toBeTruthy()
    expect(dialog.getByRole('button', { name: /Bei uns ruft keiner an/ }).textContent).toContain(
      'widerspricht „Zettel“',
    )
    fireEvent.click(dialog.getByRole('button', { name: /Bei uns ruft keiner an/ }))
    expect(onOpenArtefact).toHaveBeenCalledWith(objection.artefactId)
  })
})

describe('a card that rests on something withheld', () => {
  const rest = () => {
    const quote = add('quote', { wording: 'Das hat die Amtsleitung still beerdigt.' })
    const note = add('note', { text: 'Oben wurde es beendet.' })
    return { quote: quote.artefactId, note: note.artefactId }
  }
  const link = ({ quote, note }: ReturnType<typeof rest>) =>
    act(() => linkCards(note, { type: 'derivedFrom', to: quote }))
  const actAs = (role: 'moderator' | 'participant') =>
    session.facilitation.setState(({ me }) => ({ me: me && { ...me, role } }))
  const options = () =>
    within(screen.getByLabelText('Vertraulichkeit'))
      .getAllByRole('option')
      .map((option) => (option as HTMLOptionElement).value)

  it('asks as soon as it rests on one, and the answer is stored, said and can be undone', () => {
    const cards = rest()
    actAs('moderator')
    open(cards.note)
    expect(screen.queryByLabelText('Vertraulichkeit')).toBeNull()
    link(cards)
    expect(options()).toEqual(['undecided', 'open', 'closed'])
    fireEvent.change(screen.getByLabelText('Vertraulichkeit'), { target: { value: 'closed' } })
    expect(read(cards.note).clearance).toBe('closed')
    expect(options()).toEqual(['open', 'closed'])
    act(() => session.history.undo())
    expect(read(cards.note).clearance).toBeUndefined()
  })

  it('lets those who may not release close it and nothing else', () => {
    const cards = rest()
    link(cards)
    actAs('participant')
    open(cards.note)
    expect(options()).toEqual(['undecided', 'closed'])
    fireEvent.change(screen.getByLabelText('Vertraulichkeit'), { target: { value: 'closed' } })
    expect(screen.getByLabelText<HTMLSelectElement>('Vertraulichkeit').disabled).toBe(true)
  })

  it('hands on that it is confidential to what is made of it', () => {
    const { note } = rest()
    act(() => setCardClearance(session, note, 'closed'))
    const made = deriveCard(session, read(note), 'idea')!
    expect(read(made.artefactId).clearance).toBe('closed')
  })
})
