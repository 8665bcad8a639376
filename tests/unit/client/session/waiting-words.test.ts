import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { createStore } from 'zustand/vanilla'
import type { DraftSession } from '#client/session/draft-session.ts'
import { KeptWords } from '#client/session/kept-words.ts'
import type { OpenRoom } from '#client/session/open-room.ts'
import { rescueTexts } from '#client/session/own-changes.ts'
import { forgetMember } from '#client/session/replica-register.ts'
import type { HeldReason } from '#client/session/room-session.ts'
import { mirrorWaiting, putAside } from '#client/session/waiting-words.ts'
import { newId, type GroupId, type MemberId } from '#shared/base/ids.ts'
import { createArtefact, headlineOf, textOf } from '#shared/document/artefacts.ts'
import { draftCardsOf, removeDraftCard, type DraftCard } from '#shared/document/draft-cards.ts'
import { rootsOf, type Roots } from '#shared/document/roots.ts'
import { memorySession } from '#tests/support/room-session.ts'

const place = { pageId: 'page:one', phase: 'problem' } as const

function draftDesk(): DraftSession {
  const doc = new Y.Doc()
  const roots = rootsOf(doc)
  const cards = createStore<readonly DraftCard[]>(() => [])
  doc.on('update', () => cards.setState(draftCardsOf(roots), true))
  const state = createStore(() => ({ status: 'online' })) as DraftSession['state']
  const edit = (change: (roots: Roots) => void) => doc.transact(() => change(roots))
  return { roots, cards, state, edit, destroy: () => doc.destroy(), discard: () => Promise.resolve() }
}

const wordsOf = (draft: DraftSession) => draft.cards.getState().map(({ artefact }) => headlineOf(artefact))

describe('words that wait to be sent', () => {
  let session: OpenRoom
  let draft: DraftSession
  let mine: string[]
  let stop: () => void

  beforeEach(() => {
    vi.useFakeTimers()
    mine = []
    const memory = memorySession()
    session = {
      ...memory,
      rescued: createStore(() => []),
      draftCounts: createStore<ReadonlyMap<string, number>>(() => new Map()),
      unsent: () => rescueTexts(memory.roots, mine),
      dismissRescued: () => undefined,
      discardReplica: () => Promise.resolve(),
    }
    draft = draftDesk()
    stop = mirrorWaiting(session, draft, place)
  })
  afterEach(() => {
    stop()
    vi.useRealTimers()
  })

  const is = (held: HeldReason | null) =>
    session.connection.setState({ held, unsaved: held !== null, status: 'online', synced: true })
  function write(text: string): string {
    const authorship = { as: 'anonymous' } as const
    let id = ''
    session.edit(({ artefacts }) => {
      id = createArtefact(artefacts, {
        kind: 'note',
        phase: 'solution',
        createdAt: 1,
        authorship,
        fields: { text },
      })
    })
    mine.push(id)
    return id
  }
  const aWhile = () => vi.advanceTimersByTime(1_000)

  test.each(['page_closed', 'room_locked', 'member_muted'] as const)(
    '%s: lie in the own draft as well',
    (held) => {
      write('Im Zug geschrieben')
      is(held)
      aWhile()
      expect(wordsOf(draft)).toEqual(['Im Zug geschrieben'])
      expect(draft.cards.getState()[0]).toMatchObject({
        artefact: { kind: 'note' },
        pageId: 'page:one',
        waits: mine[0],
      })
    },
  )

  test('are written on there, once for each card', () => {
    const id = write('Im Zug')
    is('page_closed')
    aWhile()
    session.edit(({ artefacts }) => textOf(artefacts, id, 'text')!.insert(6, ' geschrieben'))
    aWhile()
    write('Noch eins')
    aWhile()
    expect(wordsOf(draft)).toEqual(['Im Zug geschrieben', 'Noch eins'])
  })

  test('are not written over where their writer changed or deleted them on another device', () => {
    write('Im Zug')
    write('Am Gleis')
    is('page_closed')
    aWhile()
    const [first, second] = draft.cards.getState()
    draft.edit((roots) => {
      textOf(roots.artefacts, first!.artefact.id, 'text')!.insert(6, ', vom Telefon')
      removeDraftCard(roots, second!.shapeId)
    })
    aWhile()
    expect(wordsOf(draft)).toEqual(['Im Zug, vom Telefon'])
  })

  test('stay beside what another device made of them, each once, also after a reload', () => {
    const id = write('Im Zug')
    is('page_closed')
    aWhile()
    const words = (card: string) => textOf(draft.roots.artefacts, card, 'text')!
    draft.edit(() => words(draft.cards.getState()[0]!.artefact.id).insert(6, ', vom Telefon'))
    for (let n = 0; n < 2; n++) {
      stop()
      stop = mirrorWaiting(session, draft, place)
      aWhile()
      expect(wordsOf(draft)).toEqual(['Im Zug, vom Telefon', 'Im Zug'])
    }
    session.edit(({ artefacts }) => textOf(artefacts, id, 'text')!.insert(6, ' geschrieben'))
    aWhile()
    expect(wordsOf(draft)).toEqual(['Im Zug, vom Telefon', 'Im Zug geschrieben'])
  })

  test('are written down anew where they are written on after their card was deleted', () => {
    const id = write('Im Zug')
    is('page_closed')
    aWhile()
    draft.edit((roots) => removeDraftCard(roots, draft.cards.getState()[0]!.shapeId))
    session.edit(({ artefacts }) => textOf(artefacts, id, 'text')!.insert(6, ' geschrieben'))
    aWhile()
    expect(wordsOf(draft)).toEqual(['Im Zug geschrieben'])
  })

  test('are taken out once they have arrived, and not before', () => {
    write('Im Zug geschrieben')
    is('page_closed')
    aWhile()
    session.connection.setState({ status: 'offline' })
    aWhile()
    expect(wordsOf(draft)).toHaveLength(1)
    is(null)
    aWhile()
    expect(wordsOf(draft)).toEqual([])
  })

  test('stay where the device that holds them is another one', () => {
    putAside(draft, [{ id: newId(), kind: 'idea', texts: ['Vom Telefon'] }], { ...place, waits: true })
    is(null)
    aWhile()
    expect(wordsOf(draft)).toEqual(['Vom Telefon'])
  })

  test('are not put aside while only the disk is full', () => {
    write('Im Zug geschrieben')
    is('storage_unavailable')
    aWhile()
    expect(wordsOf(draft)).toEqual([])
  })
})

describe('words that are put aside', () => {
  test('of a long text are several cards, complete and once however often they come', () => {
    const draft = draftDesk()
    const long = { id: newId<string>(), kind: 'note' as const, texts: ['a'.repeat(1_500), 'b'.repeat(3_000)] }
    for (let n = 0; n < 2; n++) putAside(draft, [long], { ...place, waits: false })
    expect(wordsOf(draft).join('').replace('\n', '')).toBe(long.texts.join(''))
    expect(draft.cards.getState()).toHaveLength(3)
  })

  test('come back as they were when their deletion is taken back', () => {
    const draft = draftDesk()
    putAside(draft, [{ id: newId(), kind: 'idea', texts: ['Vom Telefon'] }], { ...place, waits: true })
    const before = draft.cards.getState()
    let putBack: (roots: Roots) => void = () => undefined
    draft.edit((roots) => (putBack = removeDraftCard(roots, before[0]!.shapeId)))
    expect(wordsOf(draft)).toEqual([])
    for (let n = 0; n < 2; n++) draft.edit(putBack)
    expect(draft.cards.getState()).toEqual(before)
  })

  test('are never cut within a sign', () => {
    const draft = draftDesk()
    const words = 'a' + '😀'.repeat(3_000)
    putAside(draft, [{ id: newId<string>(), kind: 'note', texts: [words] }], { ...place, waits: false })
    for (const part of wordsOf(draft)) expect(part).not.toMatch(/\p{Cs}/u)
    expect(wordsOf(draft).join('')).toBe(words)
  })
})

describe('words kept on this device', () => {
  const stored = new Map<string, string>()
  const at = { groupId: newId<GroupId>(), memberId: newId<MemberId>() }
  const card = { id: newId<string>(), kind: 'note' as const, texts: ['Nur hier'] }
  beforeEach(() => {
    stored.clear()
    const storage = {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
      removeItem: (key: string) => void stored.delete(key),
    }
    const ownKeys = () => [...stored.keys()]
    const getOwnPropertyDescriptor = () => ({ enumerable: true, configurable: true })
    vi.stubGlobal('localStorage', new Proxy(storage, { ownKeys, getOwnPropertyDescriptor }))
  })
  afterEach(() => vi.unstubAllGlobals())

  test('are there after the page was closed, each once, until they are put away', () => {
    new KeptWords(at).add([card], [])
    new KeptWords(at).add([card], [])
    expect(new KeptWords(at).all()).toEqual([card])
    expect(new KeptWords({ ...at, memberId: newId<MemberId>() }).all()).toEqual([])
    new KeptWords(at).clear()
    expect(new KeptWords(at).all()).toEqual([])
  })

  test('go with everything else of a member, and nobody else’s do', async () => {
    const other = { ...at, memberId: newId<MemberId>() }
    for (const one of [at, other]) new KeptWords(one).add([card], [])
    await forgetMember(at.memberId)
    expect(new KeptWords(at).all()).toEqual([])
    expect(new KeptWords(other).all()).toEqual([card])
  })

  test('are at least in front of the person where nothing can be stored', () => {
    vi.stubGlobal('localStorage', undefined)
    expect(new KeptWords(at).add([card], [])).toEqual({ all: [card], isStored: false })
    expect(new KeptWords(at).all()).toEqual([])
  })

  test.each([
    ['of a kind that is not known yet', JSON.stringify([{ id: '1', kind: 'hologram', texts: ['Morgen'] }])],
    ['that are half written', '[{"id":"1","texts":["Morg'],
  ])('%s are not written over, nor put away unread', (_name, before) => {
    const kept = new KeptWords(at)
    const key = `werkraum:words:${at.memberId}:${at.groupId}`
    stored.set(key, before)
    expect(kept.add([card], [])).toEqual({ all: [card], isStored: true })
    expect(kept.all()).toEqual([card])
    kept.clear()
    expect(stored.get(key)).toContain('Morg')
  })
})
