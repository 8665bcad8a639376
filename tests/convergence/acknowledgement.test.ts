import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { MemberId } from '#shared/base/ids.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { MemoryUpdateLog } from '#server/adapters/memory/update-log.ts'
import type { StoredDocument } from '#server/ports/update-log.ts'
import { AnswerCache } from '#server/rooms/answer-cache.ts'
import { DocumentSync } from '#server/rooms/document-sync.ts'
import { NarrowTransactions } from '#server/rooms/narrow-transaction.ts'
import { Outlet } from '#server/rooms/outlet.ts'
import { PageLimit } from '#server/rooms/page-limit.ts'
import { Past } from '#server/rooms/past-values.ts'
import { Receipts } from '#server/rooms/receipts.ts'
import { Uncommitted } from '#server/rooms/uncommitted.ts'
import { tellFigure } from '#tests/support/figures.ts'
import { addNote, contentHash, LiveRoomsFixture, preparedDocument } from '#tests/support/live-rooms.ts'
import type { RoomPeer } from '#tests/support/room-peer.ts'

type Store = Y.Doc['store']
/** Makes one step fail once; `isServers` tells the server's document from replicas. */
type Sabotage = (isServers: (store: Store) => boolean) => void

/** The next call throws, those after it are as they were. */
function fails<Of extends object>(of: Of, method: keyof Of & string): Sabotage {
  return () => {
    vi.spyOn(of as Record<string, () => void>, method).mockImplementationOnce(() => {
      throw new Error(`sabotage of ${method}`)
    })
  }
}

/** The next call does nothing. */
function forgets<Of extends object>(of: Of, method: keyof Of & string): Sabotage {
  return () => {
    vi.spyOn(of as Record<string, () => void>, method).mockImplementationOnce(() => undefined)
  }
}

/** The first call within the server's document does something else, or throws. */
function inYjs(
  of: object,
  method: string,
  storeOf: (self: unknown, args: unknown[]) => Store | undefined,
  instead: () => void,
): Sabotage {
  return (isServers) => {
    const original = Reflect.get(of, method) as (...args: unknown[]) => unknown
    let isDone = false
    const spy = vi.spyOn(of as Record<string, (...args: unknown[]) => unknown>, method)
    spy.mockImplementation(function (this: unknown, ...args: unknown[]) {
      const store = storeOf(this, args)
      if (isDone || !store || !isServers(store)) return original.apply(this, args)
      isDone = true
      return instead()
    })
  }
}

function breaks(): never {
  throw new RangeError('Maximum call stack size exceeded')
}

const nothing = () => undefined
const ofTransaction = (_: unknown, [transaction]: unknown[]) => (transaction as Y.Transaction).doc.store
const ofType = (self: unknown) => (self as Y.AbstractType<unknown>).doc?.store
const ofUpdateEvent = (self: unknown, [name]: unknown[]) =>
  name === 'update' ? (self as Y.Doc).store : undefined
const ofCollection = (_: unknown, [store]: unknown[]) => store as Store

/** Every step from the frame to its acknowledgement, failing or leaving out what it is there for. */
const steps: [string, Sabotage][] = [
  [
    'the change is put into the document in part',
    inYjs(Y.Item.prototype, 'integrate', ofTransaction, breaks),
  ],
  ['the document leaves a part out', inYjs(Y.Item.prototype, 'integrate', ofTransaction, nothing)],
  ['the document clears away what was deleted', inYjs(Y.Item.prototype, 'delete', ofTransaction, breaks)],
  ['the document collects what was deleted', inYjs(Y.Item.prototype, 'gc', ofCollection, breaks)],
  ['the document calls its observers', inYjs(Y.Map.prototype, '_callObserver', ofType, breaks)],
  ['the document tells of its change', inYjs(Y.Doc.prototype, 'emit', ofUpdateEvent, breaks)],
  ['the document tells nothing', inYjs(Y.Doc.prototype, 'emit', ofUpdateEvent, nothing)],
  ['the writers are looked at', fails(NarrowTransactions.prototype, 'run')],
  ['the change is corrected', fails(Past.prototype, 'valueOf')],
  ['pages are counted', fails(PageLimit.prototype, 'enforce')],
  ['the answers for newcomers are kept', fails(AnswerCache.prototype, 'record')],
  ['the change is kept for the commit', fails(Uncommitted.prototype, 'add')],
  ['the change is not kept for the commit', forgets(Uncommitted.prototype, 'add')],
  ['changes are merged', fails(Uncommitted.prototype, 'take')],
  ['the batch is made', fails(DocumentSync.prototype, 'takeBatch')],
  ['the batch is taken and lost', loses],
  ['the log takes nothing', rejects],
  ['the room hears of the commit', fails(Outlet.prototype, 'committed')],
  ['the room does not hear of the commit', forgets(Outlet.prototype, 'committed')],
  ['what is durable is noted', fails(Receipts.prototype, 'reached')],
  ['acknowledgements are handed out', fails(Receipts.prototype, 'handOut')],
]

function loses(): void {
  const take = Reflect.get(Uncommitted.prototype, 'take') as () => unknown
  vi.spyOn(Uncommitted.prototype, 'take').mockImplementationOnce(function (this: Uncommitted) {
    take.call(this)
    return null
  })
}

function rejects(): void {
  vi.spyOn(MemoryUpdateLog.prototype, 'append').mockRejectedValueOnce(new Error('disk full'))
}

interface Attendee {
  memberId: MemberId
  peer: RoomPeer
  /** Cards by the frame that brought them. */
  cards: Map<number, string>
}

let live: LiveRoomsFixture
let attendees: Attendee[]
/** Cards that were called durable, with what a crash at that moment would have left. */
let promises: { card: string; log: Promise<StoredDocument> }[]
beforeEach(async () => {
  live = new LiveRoomsFixture()
  promises = []
  await live.rooms.create(live.groupId, preparedDocument())
  attendees = []
  for (const role of ['participant', 'participant', 'moderator'] as const) {
    const { id } = live.people.member(role)
    attendees.push({ memberId: id, peer: watched(await live.comeIn(id)), cards: new Map() })
  }
})
afterEach(() => vi.restoreAllMocks())

/** Looks at the log at the very moment at which somebody is told that their work is durable. */
function watched(peer: RoomPeer): RoomPeer {
  const write = peer.write.bind(peer)
  peer.write = (bundle) => {
    const before = peer.durableUpTo
    write(bundle)
    if (peer.durableUpTo === before) return
    const log = live.updateLog.load(live.groupId)
    for (const [frame, card] of attendees.find((one) => one.peer === peer)?.cards ?? [])
      if (frame <= peer.durableUpTo) promises.push({ card, log })
  }
  return peer
}

/** Everybody writes a card, and the first takes one off the board again. */
async function work(text: string): Promise<void> {
  for (const { peer, cards } of attendees) {
    if (peer.closed) continue
    const { id, shapeId } = addNote(peer.doc, text)
    cards.set(peer.framesSent, id)
    if (peer === attendees[0]!.peer) peer.roots.board.delete(shapeId)
  }
  await live.tick(1)
}

/** Who was sent away comes back; whose change was refused offers it again. */
async function comeBack({ memberId, peer, cards }: Attendee): Promise<void> {
  if (peer.closed === null) return
  expect(peer.closed.reason).toBe('room_unavailable')
  peer.leave()
  cards.clear()
  await peer.join(live.rooms, live.admitted(memberId))
  await live.tick()
  expect(peer.closed).toBeNull()
  if (peer.refusals.length > 0) peer.sendUpdate(Y.encodeStateAsUpdate(peer.doc))
}

function cardsIn(updates: readonly Uint8Array[]): ReadonlySet<string> {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return new Set(rootsOf(doc).artefacts.keys())
}

describe('R19 nothing is acknowledged that no commit contains, when in the middle of a change', () => {
  for (const [step, sabotage] of steps)
    test(`R19 ${step}`, async (context) => {
      await work('vorher')
      const replicas = new Set(attendees.map(({ peer }) => peer.doc.store))
      sabotage((store) => !replicas.has(store))
      await work('mitten darin')
      await work('gleich danach')
      await live.tick(30)
      vi.restoreAllMocks()
      const sentAway = attendees.filter(({ peer }) => peer.closed !== null).length
      for (const attendee of attendees) await comeBack(attendee)
      await live.tick(30)
      await work('nachher')
      await live.tick()

      for (const { card, log } of promises) expect(cardsIn((await log).updates)).toContain(card)
      const hash = await live.serverHash()
      expect(attendees.map(({ peer }) => contentHash(peer.doc))).toEqual([hash, hash, hash])
      expect(await live.restarted().serverHash()).toBe(hash)
      const written = attendees.flatMap(({ peer }) => [...peer.roots.artefacts.keys()])
      expect(new Set(written).size).toBeGreaterThanOrEqual(7)
      expect(promises.length).toBeGreaterThanOrEqual(6)
      const what = sentAway > 0 ? 'room loaded again' : 'stored a tick later'
      tellFigure(context, `${step}: ${promises.length} acknowledged, 0 without a commit; ${what}`)
    })
})
