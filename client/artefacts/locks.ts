import { createContext, useContext, useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { useStore } from 'zustand'
import { lockedOn, mayDecide, mayDecideByComing, setLock, type Locked } from '#shared/document/locks.ts'
import type { Roots } from '#shared/document/roots.ts'
import type { RoomSession } from '#client/session/room-session.ts'

/** What the moderation has locked in a room; one for each document, as long as that is open. */
class LockStore {
  private readonly board: Roots['board']
  private readonly listeners = new Set<() => void>()
  private locked: Locked | null = null

  constructor(board: Roots['board']) {
    this.board = board
    board.observeDeep((events: Y.YEvent<Y.Map<unknown>>[]) => this.onChange(events))
  }

  now(): Locked {
    return (this.locked ??= lockedOn(this.board))
  }

  readonly subscribe = (wake: () => void): (() => void) => {
    this.listeners.add(wake)
    return () => this.listeners.delete(wake)
  }

  private onChange(events: Y.YEvent<Y.Map<unknown>>[]): void {
    const locked = this.locked
    if (!locked) return
    const concerns = events.some(({ path, keys }) =>
      path.length === 0
        ? mayDecideByComing(this.board, locked, keys.keys())
        : mayDecide(locked, new Set(keys.keys())),
    )
    if (!concerns) return
    this.locked = null
    for (const wake of this.listeners) wake()
  }
}

const stores = new WeakMap<Roots['board'], LockStore>()

function locksOf({ roots: { board } }: Pick<RoomSession, 'roots'>): LockStore {
  const known = stores.get(board)
  if (known) return known
  const made = new LockStore(board)
  stores.set(board, made)
  return made
}

/** Everything that is locked in a room, at this moment. */
export const lockedIn = (session: Pick<RoomSession, 'roots'>): Locked => locksOf(session).now()

/** The same, and the component wakes when it changes. */
export function useLocked(session: RoomSession): Locked {
  const store = useMemo(() => locksOf(session), [session])
  return useSyncExternalStore(store.subscribe, () => store.now())
}

/** Whether this very record is locked or lies in something that is. */
export function useIsLocked(session: RoomSession, recordId: string): boolean {
  const store = useMemo(() => locksOf(session), [session])
  return useSyncExternalStore(store.subscribe, () => store.now().records.has(recordId))
}

/** Whether this person has to leave a record as it is. */
export function isHeldFrom(session: Pick<RoomSession, 'roots' | 'facilitation'>, recordId: string): boolean {
  return !session.facilitation.getState().mayFacilitate && lockedIn(session).records.has(recordId)
}

/** Whether this person has to leave a card as it is. */
export function useIsCardHeld(session: RoomSession, artefactId: string): boolean {
  const mayFacilitate = useStore(session.facilitation, (view) => view.mayFacilitate)
  return useLocked(session).cards.has(artefactId) && !mayFacilitate
}

/** Whether what is shown here belongs to a card that this person has to leave as it is. */
export const HeldCard = createContext(false)
export const useIsInHeldCard = (): boolean => useContext(HeldCard)

/** Locks records or opens them, as one step of undo. */
export function lockRecords(session: RoomSession, ids: readonly string[], isLocked: boolean): void {
  session.history.checkpoint()
  session.edit(({ board }) => ids.forEach((id) => setLock(board, id, isLocked)))
  session.history.checkpoint()
}
