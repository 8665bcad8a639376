import * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type {
  ArtefactStore,
  BallotsState,
  ConnectionState,
  FacilitationView,
  Peer,
  Presence,
  RoomSession,
} from '#client/session/room-session.ts'
import { documentHistory } from '#client/session/history.ts'
import { newId, type GroupId, type MemberId, type WorkshopId } from '#shared/base/ids.ts'
import { accepted } from '#shared/base/result.ts'
import { readArtefact, type Artefact } from '#shared/document/artefacts.ts'
import { rootsOf, type Roots } from '#shared/document/roots.ts'
import { initialState } from '#shared/facilitation/state.ts'
import { viewOf } from '#shared/facilitation/view.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Person } from '#shared/protocol/facilitation-messages.ts'
import type { PresenceState } from '#shared/protocol/presence.ts'
import { writeRecord } from '#shared/document/board-record.ts'

/** A room session without a network: one real Y.Doc, real undo, everything else as the test says. */
export interface MemorySession extends RoomSession {
  readonly sent: Command[]
  /** What others are doing, set by the test. */
  readonly peers: StoreApi<readonly Peer[]>
}

export interface MemorySessionOptions {
  doc?: Y.Doc
  name?: string
  organisation?: string
  role?: Person['role']
  mayWrite?: boolean
  mayComment?: boolean
  pageId?: string
}

export function memorySession(options: MemorySessionOptions = {}): MemorySession {
  const doc = options.doc ?? new Y.Doc()
  const roots = rootsOf(doc)
  const origin = Symbol('own change')
  const me = personOf(doc, options)
  const history = documentHistory(roots, origin)
  const peers = createStore<readonly Peer[]>(() => [])
  const sent: Command[] = []
  return {
    workshopId: newId<WorkshopId>(),
    groupId: newId<GroupId>(),
    language: 'de',
    archived: false,
    doc,
    roots,
    artefacts: artefactStore(roots),
    history,
    connection: createStore<ConnectionState>(() => online),
    facilitation: createStore<FacilitationView>(() => ({
      state: viewOf(initialState('preparation', options.pageId ?? 'page:one'), {
        memberId: me.memberId,
        facilitates: me.role === 'moderator',
      }),
      me,
      mayWrite: options.mayWrite ?? me.role !== 'observer',
      mayComment: options.mayComment ?? true,
      mayFacilitate: me.role === 'moderator',
    })),
    presence: presenceOf(peers),
    ballots: {
      state: createStore<BallotsState>(() => ({ own: new Map(), turnouts: new Map(), refusal: null })),
      cast(voteId, ballot) {
        const own = new Map(this.state.getState().own).set(voteId, { ballot, status: 'cast' as const })
        this.state.setState({ own })
      },
      isEligible: () => true,
    },
    peers,
    sent,
    edit: (change) => doc.transact(() => change(roots), origin),
    command: (command) => {
      sent.push(command)
      return Promise.resolve(accepted(undefined))
    },
    serverNow: () => Date.now(),
    reportUnreadable: () => undefined,
    destroy: () => {
      history.destroy()
      doc.destroy()
    },
  }
}

const online: ConnectionState = {
  status: 'online',
  ready: true,
  synced: true,
  unsaved: false,
  savedAt: null,
  copyKept: true,
  held: null,
  waiting: false,
  corrected: null,
  blocked: false,
  restored: null,
  endedBecause: null,
  unreadable: new Map(),
}

function personOf(doc: Y.Doc, { name, organisation, role }: MemorySessionOptions): Person {
  return {
    clientId: doc.clientID,
    memberId: newId<MemberId>(),
    name: name ?? 'Jana Petersen',
    organisation: organisation ?? 'Stadt Musterhausen',
    role: role ?? 'participant',
    colour: 0,
  }
}

/** The session's snapshot cache in its plainest form. */
export function artefactStore({ artefacts }: Roots): ArtefactStore {
  const snapshots = new Map<string, Artefact | null>()
  const listeners = new Map<string, Set<() => void>>()
  artefacts.observeDeep((events) => {
    const changed = new Set<string>()
    for (const event of events) {
      const id = event.path[0]
      if (id === undefined) event.keys.forEach((_, key) => changed.add(key))
      else changed.add(String(id))
    }
    for (const id of changed) snapshots.delete(id)
    for (const id of changed) listeners.get(id)?.forEach((listener) => listener())
  })
  return {
    get(id) {
      if (!snapshots.has(id)) snapshots.set(id, readArtefact(artefacts, id))
      return snapshots.get(id) ?? null
    },
    subscribe(id, listener) {
      const mine = listeners.get(id) ?? new Set()
      listeners.set(id, mine.add(listener))
      return () => void mine.delete(listener)
    },
  }
}

function presenceOf(peers: MemorySession['peers']): Presence {
  const own = createStore<PresenceState>(() => ({}))
  return { peers, own, show: (change) => own.setState(change) }
}

/** Keeps two documents alike at once, as two people on a perfect line. */
export function connectDocs(a: Y.Doc, b: Y.Doc): () => void {
  const toB = (update: Uint8Array, origin: unknown) => {
    if (origin !== 'line') Y.applyUpdate(b, update, 'line')
  }
  const toA = (update: Uint8Array, origin: unknown) => {
    if (origin !== 'line') Y.applyUpdate(a, update, 'line')
  }
  exchange(a, b)
  a.on('update', toB)
  b.on('update', toA)
  return () => {
    a.off('update', toB)
    b.off('update', toA)
  }
}

/** Exchanges everything once, as after a lost connection. */
export function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)), 'line')
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)), 'line')
}

/** Two pages, the first of the phase "preparation" with a frame, the second of "solution". */
export function layPages({ board }: Roots): void {
  board.doc?.transact(() => {
    writeRecord(board, page('page:one', 'Vorbereitung', 'a1', 'preparation'))
    writeRecord(board, page('page:two', 'Ideen', 'a2', 'solution'))
    writeRecord(board, frame('shape:frame', 'page:one', 'Erste Eindrücke'))
  })
}

const page = (id: string, name: string, index: string, phase: string) => ({
  id,
  typeName: 'page',
  name,
  index,
  meta: { phase },
})

const frame = (id: string, parentId: string, name: string) => ({
  id,
  typeName: 'shape',
  type: 'frame',
  parentId,
  index: 'a1',
  x: 0,
  y: 2_000,
  rotation: 0,
  isLocked: false,
  opacity: 1,
  props: { w: 900, h: 600, name },
  meta: {},
})
