import * as Y from 'yjs'
import type { TLRecord, TLStore } from 'tldraw'
import {
  boardTypeNames,
  unflattenRecord,
  writeProperties,
  writeRecord,
  type BoardRecord,
  type BoardTypeName,
  type FlatRecord,
} from '#shared/document/board-record.ts'
import type { Roots } from '#shared/document/roots.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { storedMeasure, type CardMeasure } from '#shared/layout/held-cards.ts'
import type { Projection } from '#shared/layout/page-places.ts'
import { SheetPlaces } from '../sheet/sheet-places.ts'
import { judgeRecord } from './record-guard.ts'
import { PendingChanges } from './pending-changes.ts'

type BoundSession = Pick<RoomSession, 'roots' | 'edit' | 'reportUnreadable'>

/** Runs a function after some milliseconds; the answer cancels. */
export type Schedule = (run: () => void, delayMs: number) => () => void

export interface StoreBinding {
  /** Where everything on the sheets is. */
  places: SheetPlaces
  /** Writes what is still waiting into the document at once. */
  flush(): void
  /** Shows the pages as this person wants to see them, whatever lies where in the document. */
  project(projection: Projection): void
  /** Shows these where the document has them, and whatever has another place since words on cards changed. */
  relay(ids?: Iterable<string>): void
  dispose(): void
}

/** Twenty times a second is what others can follow; the first change after a rest goes out at once. */
const GESTURE_MS = 50
/** A stroke is one property and is written as a whole each time it grows. */
const STROKE_MS = 250

const systemSchedule: Schedule = (run, delayMs) => {
  const timer = setTimeout(run, delayMs)
  return () => clearTimeout(timer)
}

/**
 * Ties a tldraw store to the document's board, property by property in both directions.
 *
 * Invariants (cited by the tests):
 * 1. Only what this person did in the store is written, and only the properties that changed.
 * 2. What others did to a property that waits to be written does not undo it here; everything else of theirs shows
 *    at once.
 * 3. A record that cannot be read never reaches the store, never leaves the document, and appears once it is mended.
 * 4. The store always has a page.
 * 5. What the sheets' layout computes is shown and never written; a hand that holds something is not disturbed by it.
 */
export function bindStore(
  store: TLStore,
  session: BoundSession,
  schedule = systemSchedule,
  measure: CardMeasure = storedMeasure,
): StoreBinding {
  const binding = new BoundBoard(store, session, schedule, measure)
  binding.open()
  return binding
}

class BoundBoard implements StoreBinding {
  private readonly pending = new PendingChanges()
  /** Records that are shown elsewhere or not at all; looked at again whenever the board's structure changes. */
  private readonly doubtful = new Set<string>()
  private readonly board: Roots['board']
  private cancelWait: (() => void) | null = null
  private writing = false
  private disposed = false
  private stopListening: () => void = () => undefined
  private readonly store: TLStore
  private readonly session: BoundSession
  private readonly schedule: Schedule
  readonly places: SheetPlaces
  /** Shapes that a hand moved although the layout places them: they go back once nothing holds them. */
  private readonly astray = new Set<string>()

  constructor(store: TLStore, session: BoundSession, schedule: Schedule, measure: CardMeasure) {
    this.store = store
    this.session = session
    this.schedule = schedule
    this.board = session.roots.board
    this.places = new SheetPlaces(session.roots, measure)
  }

  open(): void {
    this.show(this.board.keys())
    this.board.observeDeep(this.onDocument)
    this.stopListening = this.store.listen(({ changes }) => this.collect(changes), {
      source: 'user',
      scope: 'document',
    })
  }

  flush(): void {
    this.store._flushHistory()
    this.write()
  }

  project(projection: Projection): void {
    this.flush()
    this.places.project(projection)
    this.show(this.board.keys())
  }

  relay(ids: Iterable<string> = []): void {
    this.show(new Set([...ids, ...this.places.relaid()]))
  }

  dispose(): void {
    if (this.disposed) return
    this.disposed = true
    this.flush()
    this.cancelWait?.()
    this.stopListening()
    this.board.unobserveDeep(this.onDocument)
  }

  private collect({ added, updated, removed }: StoreChanges): void {
    for (const record of Object.values(added)) if (isBoardRecord(record)) this.pending.add(plain(record))
    for (const [from, to] of Object.values(updated)) {
      if (isBoardRecord(to)) this.collectChange(plain(from), plain(to))
    }
    for (const record of Object.values(removed)) if (isBoardRecord(record)) this.pending.remove(record.id)
    if (this.pending.isEmpty) this.show(this.takeAstray())
    if (this.pending.isEmpty || this.cancelWait) return
    if (!this.pending.onlyStrokes) this.write()
    this.wait()
  }

  private collectChange(from: BoardRecord, to: BoardRecord): void {
    if (this.places.isComputed(to)) this.astray.add(to.id)
    this.pending.change(this.places.toStore(from, from), this.places.toStore(to, from))
  }

  private wait(): void {
    const delayMs = this.pending.onlyStrokes ? STROKE_MS : GESTURE_MS
    this.cancelWait = this.schedule(() => {
      this.cancelWait = null
      if (this.pending.isEmpty) return
      this.write()
      this.wait()
    }, delayMs)
  }

  private write(): void {
    if (this.pending.isEmpty) return
    const changes = this.pending.take()
    this.writing = true
    try {
      this.session.edit(({ board }) => {
        for (const [id, change] of changes) {
          const existing = board.get(id)
          if (change.type === 'removed') board.delete(id)
          else if (change.type === 'added') writeRecord(board, change.record)
          else if (existing) writeProperties(existing, change.properties)
        }
      })
    } finally {
      this.writing = false
    }
    this.show(new Set([...this.takeAstray(), ...this.places.changedBy(changes.keys())]))
  }

  private takeAstray(): string[] {
    const astray = [...this.astray].filter((id) => !this.places.isHeld(id))
    for (const id of astray) this.astray.delete(id)
    return astray
  }

  private readonly onDocument = (events: Y.YEvent<Y.Map<unknown>>[]): void => {
    if (this.writing) return
    const touched = new Set<string>()
    let structural = false
    for (const event of events) {
      const id = event.path[0]
      if (id === undefined) {
        structural = true
        event.keys.forEach((_, key) => touched.add(key))
      } else {
        touched.add(String(id))
        structural ||= event.keys.has('parentId')
      }
    }
    if (structural) for (const id of this.brokenBy(touched)) touched.add(id)
    for (const id of this.places.changedBy(touched)) touched.add(id)
    this.show(touched)
  }

  /** Records whose reading may change because others came, went or moved to another parent. */
  private brokenBy(touched: ReadonlySet<string>): Set<string> {
    const broken = new Set(this.doubtful)
    const moved = (id: unknown) => touched.has(String(id))
    for (const [id, record] of this.board) {
      if (moved(record.get('parentId')) || moved(record.get('fromId')) || moved(record.get('toId')))
        broken.add(id)
    }
    return broken
  }

  /** Brings the store's copy of these records up to the document. */
  private show(ids: Iterable<string>): void {
    const put: TLRecord[] = []
    const remove: TLRecord['id'][] = []
    for (const id of ids) {
      const stored = this.board.get(id)
      if (stored && this.places.isHeld(id)) continue
      const record = stored && this.pending.isRemoved(id) ? null : stored ? this.read(id, stored) : null
      if (!stored) this.forget(id)
      if (record) put.push(record)
      else if (this.store.has(id as TLRecord['id'])) remove.push(id as TLRecord['id'])
    }
    this.merge(put, this.sparingLastPage(put, remove))
  }

  private merge(put: TLRecord[], remove: TLRecord['id'][]): void {
    if (put.length === 0 && remove.length === 0) return
    this.store.mergeRemoteChanges(() => {
      // Pages first: tldraw looks for the page of a shape as soon as it is there.
      put.sort((a, b) => order(a) - order(b))
      this.store.put(put)
      this.store.remove(remove)
    })
  }

  private forget(id: string): void {
    this.doubtful.delete(id)
    this.pending.drop(id)
  }

  private read(id: string, stored: Y.Map<unknown>): TLRecord | null {
    if (!(stored instanceof Y.Map)) return this.skip(id, 'not a record')
    const flat: FlatRecord = this.pending.overlay(id, stored)
    const judgement = judgeRecord(this.store.schema, this.board, id, unflattenRecord(flat))
    switch (judgement.is) {
      case 'readable':
        this.doubtful.delete(id)
        return this.places.lay(judgement.record)
      case 'repaired':
        this.doubtful.add(id)
        this.session.reportUnreadable(id, judgement.reason)
        return judgement.record
      case 'unreadable':
        return this.skip(id, judgement.reason)
    }
  }

  private skip(id: string, reason: string): null {
    this.doubtful.add(id)
    this.session.reportUnreadable(id, reason)
    return null
  }

  private sparingLastPage(put: TLRecord[], remove: TLRecord['id'][]): TLRecord['id'][] {
    const pages = new Set(this.store.query.ids('page').get() as ReadonlySet<string>)
    for (const { id, typeName } of put) if (typeName === 'page') pages.add(id)
    return remove.filter((id) => !pages.has(id) || (pages.size > 1 && pages.delete(id)))
  }
}

interface StoreChanges {
  added: Record<string, TLRecord>
  updated: Record<string, [from: TLRecord, to: TLRecord]>
  removed: Record<string, TLRecord>
}

const plain = (record: TLRecord) => record as unknown as BoardRecord
const isBoardRecord = ({ typeName }: TLRecord) => boardTypeNames.includes(typeName as BoardTypeName)
const order = ({ typeName }: TLRecord) => boardTypeNames.indexOf(typeName as BoardTypeName)
