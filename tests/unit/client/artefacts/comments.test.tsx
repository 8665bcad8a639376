// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCard } from '#client/artefacts/card-actions.ts'
import { sayComment, takeBackComment, tickOffComment } from '#client/artefacts/comments/comment-actions.ts'
import { commentThreads } from '#client/artefacts/comments/comment-threads.ts'
import { CommentsSection } from '#client/artefacts/comments/CommentsSection.tsx'
import { begunMention, mentionsIn, partsOf } from '#client/artefacts/comments/mentions.ts'
import { newId, type ArtefactId, type CommentId, type MemberId } from '#shared/base/ids.ts'
import { addComment, commentsOn, removeComment } from '#shared/document/comments.ts'
import { layPages, memorySession, type MemorySession } from '#tests/support/room-session.ts'
import { show } from '#tests/support/view.tsx'

let session: MemorySession
let card: ArtefactId
const ole = { memberId: newId<MemberId>(), name: 'Ole Brandt', organisation: 'Stadt Lüne' }

beforeEach(() => {
  localStorage.clear()
  session = memorySession({ name: 'Jana' })
  layPages(session.roots)
  card = createCard(session, {
    kind: 'idea',
    parentId: 'page:one',
    fields: { title: 'Ein Konto' },
  })!.artefactId
})
afterEach(() => {
  vi.unstubAllGlobals()
  cleanup()
  session.destroy()
})

const said = () => commentsOn(session.roots.comments, card)
const me = () => session.facilitation.getState().me!
let moment = 1
const oleSays = (text: string, mentions: string[] = []) =>
  session.doc.transact(() =>
    addComment(session.roots.comments, {
      artefactId: card,
      text,
      author: ole,
      createdAt: moment++,
      mentions,
    }),
  )
const jana = (text: string) => sayComment(session, { artefactId: card, text, parent: null, mentions: [] })!
const mark = () => commentThreads(session).markOf(card)

it('whoever leads can call those of the room who are not here, and nobody of another group', async () => {
  const nele = {
    id: newId<MemberId>(),
    name: 'Nele Fern',
    organisation: 'Stadt Aue',
    groupIds: [session.groupId],
  }
  const other = { ...nele, id: newId<MemberId>(), name: 'Otto Anderswo', groupIds: ['another'] }
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json([nele, other])))
  session.facilitation.setState({ mayFacilitate: true })
  show(<CommentsSection {...{ session, artefactId: card, inFront: false }} />)
  const write = (value: string) => {
    const field = screen.getByLabelText<HTMLTextAreaElement>('Kommentar schreiben')
    fireEvent.change(field, { target: { value } })
    field.setSelectionRange(value.length, value.length)
    fireEvent.select(field)
  }
  await vi.waitFor(() => {
    write('')
    write('@Ne')
    expect(screen.getByRole('option', { name: /Nele Fern/ })).toBeTruthy()
  })
  write('@Otto')
  expect(screen.queryByRole('option')).toBeNull()
})

describe('what is unread', () => {
  it('is what others wrote since the first visit, never one’s own', () => {
    oleSays('vor langer Zeit')
    expect(mark()).toEqual({ open: 1, unread: 0 })
    oleSays('gerade eben')
    jana('von mir')
    expect(mark()).toEqual({ open: 3, unread: 1 })
    commentThreads(session).markRead(card)
    expect(mark()).toEqual({ open: 3, unread: 0 })
  })

  it('is, on the first visit, what calls this person or the whole group', () => {
    oleSays('irgendwas')
    oleSays('@Jana?', [me().memberId])
    oleSays('@alle', [session.groupId])
    expect(mark().unread).toBe(2)
  })

  it('stays the same object while other cards are spoken of', () => {
    oleSays('hier')
    const before = mark()
    const other = createCard(session, { kind: 'note', parentId: 'page:one' })!.artefactId
    sayComment(session, { artefactId: other, text: 'dort', parent: null, mentions: [] })
    expect(mark()).toBe(before)
  })
})

describe('acting on comments', () => {
  it('is undone and redone like any other work', () => {
    jana('Hm')
    session.history.undo()
    expect(said()).toEqual([])
    session.history.redo()
    expect(said()).toMatchObject([{ text: 'Hm', author: { name: 'Jana' } }])
    tickOffComment(session, said()[0]!.id, true)
    session.history.undo()
    expect(said()[0]!.done).toBeNull()
    takeBackComment(session, said()[0]!.id)
    session.history.undo()
    expect(said()).toHaveLength(1)
  })
})

describe('calling somebody', () => {
  const whom = [
    { id: 'a', name: 'Ole', detail: '' },
    { id: 'b', name: 'Ole Brandt', detail: '' },
    { id: 'c', name: 'Özge Yılmaz', detail: '' },
  ]

  it('takes the longest name that stands there whole', () => {
    expect(mentionsIn('@Ole Brandt und @Ole, @Oleander nicht, @Ole Brandt', whom)).toEqual(['b', 'a'])
    expect(partsOf('Was sagt @Ole?', whom)).toEqual([
      { text: 'Was sagt ', calls: null },
      { text: '@Ole', calls: 'a' },
      { text: '?', calls: null },
    ])
  })

  it('offers names by any of their words, however they are spelled, and not inside of an address', () => {
    const offered = (text: string) => begunMention(text, text.length, whom)?.matching.map(({ id }) => id)
    expect(offered('Hallo @oz')).toEqual(['c'])
    expect(offered('@bra')).toEqual(['b'])
    expect(offered('@')).toEqual(['a', 'b', 'c'])
    expect(offered('ole@stadt')).toBeUndefined()
  })
})

describe('the comments of a card', () => {
  const open = () => show(<CommentsSection session={session} artefactId={card} inFront={false} />)
  const field = () => screen.getByLabelText('Kommentar schreiben')
  const type = (value: string, into = field()) => {
    act(() => into.focus())
    fireEvent.change(into, { target: { value } })
  }

  it('are written, answered, ticked off and opened again', () => {
    open()
    expect(screen.getByText('Noch keine Kommentare.')).toBeTruthy()
    type('Wer zahlt das?')
    fireEvent.click(screen.getByRole('button', { name: 'Kommentieren' }))
    expect(said()).toMatchObject([{ text: 'Wer zahlt das?', parent: null }])
    fireEvent.click(screen.getByRole('button', { name: 'Antworten' }))
    type('Das Land', screen.getByLabelText('Antwort an Jana'))
    fireEvent.keyDown(screen.getByLabelText('Antwort an Jana'), { key: 'Enter', ctrlKey: true })
    expect(said()[1]).toMatchObject({ text: 'Das Land', parent: said()[0]!.id })
    fireEvent.click(screen.getByRole('button', { name: 'Erledigt' }))
    expect(said()[0]!.done?.by).toBe(me().memberId)
    fireEvent.click(screen.getByText('1 erledigt'))
    fireEvent.click(screen.getByRole('button', { name: 'Wieder öffnen' }))
    expect(said()[0]!.done).toBeNull()
  })

  it('offer names behind an @ and call whoever is chosen, by keyboard alone', () => {
    oleSays('Guten Tag')
    open()
    type('Was meint @ol')
    expect(screen.getByRole('option', { name: /Ole Brandt/ }).getAttribute('aria-selected')).toBe('true')
    fireEvent.keyDown(field(), { key: 'Enter' })
    expect((field() as HTMLTextAreaElement).value).toBe('Was meint @Ole Brandt ')
    fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true })
    expect(said().at(-1)).toMatchObject({ text: 'Was meint @Ole Brandt', mentions: [ole.memberId] })
  })

  it('are read by being looked at, and say which of them were new', () => {
    commentThreads(session)
    oleSays('Neu hier')
    const { unmount } = open()
    expect(screen.getByText('neu')).toBeTruthy()
    expect(mark().unread).toBe(0)
    unmount()
    open()
    expect(screen.queryByText('neu')).toBeNull()
  })

  it('keep words that were not sent, and give back what others wrote no menu', () => {
    oleSays('Fremd')
    const { unmount } = open()
    expect(within(screen.getByRole('article')).queryByRole('button')).toBeNull()
    type('halb fert')
    unmount()
    open()
    expect((field() as HTMLTextAreaElement).value).toBe('halb fert')
    type('')
  })

  it('keep an answer whose comment somebody else removes, in the field for new ones', () => {
    const id = oleSays('Fremd')
    open()
    fireEvent.click(screen.getByRole('button', { name: 'Antworten' }))
    const answer = screen.getByLabelText('Antwort an Ole Brandt')
    fireEvent.change(answer, { target: { value: 'lange bedacht' } })
    act(() => session.doc.transact(() => removeComment(session.roots.comments, id)))
    expect((field() as HTMLTextAreaElement).value).toBe('lange bedacht')
    expect(document.activeElement).toBe(field())
    type('')
  })

  it('let their writer change them and take them back', () => {
    const id: CommentId = jana('Tippfheler')
    open()
    fireEvent.click(screen.getByRole('button', { name: 'Aktionen zum Kommentar von Jana' }))
    fireEvent.click(screen.getByRole('menuitem', { name: 'Ändern' }))
    type('Tippfehler', screen.getByLabelText('Ändern'))
    fireEvent.click(screen.getByRole('button', { name: 'Speichern' }))
    expect(said()).toMatchObject([{ id, text: 'Tippfehler' }])
    fireEvent.click(screen.getByRole('button', { name: 'Aktionen zum Kommentar von Jana' }))
    fireEvent.click(screen.getByRole('menuitem', { name: 'Zurücknehmen' }))
    expect(said()).toEqual([])
  })

  it('can be read, and only that, where commenting is closed', () => {
    oleSays('Lesbar')
    session.facilitation.setState({ mayComment: false })
    open()
    expect(screen.getByText('Lesbar')).toBeTruthy()
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.getByText('Im Moment kann hier nicht kommentiert werden.')).toBeTruthy()
  })
})
