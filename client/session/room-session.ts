import type * as Y from 'yjs'
import type { StoreApi } from 'zustand/vanilla'
import type { GroupId, WorkshopId } from '#shared/base/ids.ts'
import type { Result } from '#shared/base/result.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { Roots } from '#shared/document/roots.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Ballot, Vote } from '#shared/facilitation/vote/vote.ts'
import type { SeenState } from '#shared/facilitation/view.ts'
import type { Person } from '#shared/protocol/facilitation-messages.ts'
import type { PresenceState } from '#shared/protocol/presence.ts'

/**
 * One person's live connection to one room, without React. Views read its stores and call its methods; nothing else
 * talks to the document's network.
 */
export interface RoomSession {
  readonly workshopId: WorkshopId
  readonly groupId: GroupId
  /** In which people write here, whatever language the views speak. */
  readonly language: 'de' | 'en'
  /** Whether it lies in the archive: then it is read only, whoever looks. */
  readonly archived: boolean
  readonly doc: Y.Doc
  readonly roots: Roots
  readonly artefacts: ArtefactStore
  readonly history: History
  readonly connection: StoreApi<ConnectionState>
  readonly facilitation: StoreApi<FacilitationView>
  readonly presence: Presence
  readonly ballots: Ballots

  /** Changes the document as this person: one undo step together with others of the same gesture. */
  edit(change: (roots: Roots) => void): void
  /** Asks the server to impose something on the room. */
  command(command: Command): Promise<Result<void, ErrorCode>>
  /** Best estimate of the server's clock, milliseconds since the Unix epoch. */
  serverNow(): number
  /** Reports a record that cannot be shown; it stays in the document. */
  reportUnreadable(recordId: string, reason: string): void
  destroy(): void
}

/** How this person votes. What is chosen goes to the ballot box and to nobody else. */
export interface Ballots {
  readonly state: StoreApi<BallotsState>
  /** Chooses, or chooses anew; it is shown at once and says when it lies in the box. */
  cast(voteId: string, ballot: Ballot): void
  /** Whether the vote's rule lets this person vote. */
  isEligible(vote: Vote): boolean
}

export interface BallotsState {
  /** By vote. */
  own: ReadonlyMap<string, OwnBallot>
  /** How many have voted, by vote; null where the ballots are gone and the vote is void. */
  turnouts: ReadonlyMap<string, number | null>
  /** Why a choice was last taken back, and how often that has happened. */
  refusal: { code: ErrorCode; times: number } | null
}

export interface OwnBallot {
  ballot: Ballot
  /** `cast`: it lies in the box; `waiting`: there is no line. */
  status: 'cast' | 'sending' | 'waiting'
}

export interface ConnectionState {
  status: 'connecting' | 'online' | 'offline' | 'ended'
  /** True once the document is usable: read from this device or synced with the server. */
  ready: boolean
  /** True once the server's document has been merged at least once. */
  synced: boolean
  /** Changes of this device that the server has not yet called durable. */
  unsaved: boolean
  /** Server time of the last durable acknowledgement. */
  savedAt: number | null
  /** Whether this device keeps a copy of all that is written, also across a reload without connection. */
  copyKept: boolean
  /** Changes wait because the room is locked, the step on their page is for reading, or the server cannot store. */
  held: HeldReason | null
  /** The door is closed: the moderation lets this person in. */
  waiting: boolean
  /** Something of this device was taken back: why, and how often that has happened. */
  corrected: { code: ErrorCode; times: number } | null
  /** The server answers, but not over the room's own line: something in between does not let it through. */
  blocked: boolean
  /** Somebody brought an earlier version back: which and who, and how often that has happened. */
  restored: { name: string; by: Pick<Person, 'memberId' | 'name'>; times: number } | null
  /** Why the session ended: membership over, outdated client … */
  endedBecause: ErrorCode | null
  /** Records skipped because they cannot be read. */
  unreadable: ReadonlyMap<string, string>
}

export type HeldReason = 'room_locked' | 'member_muted' | 'page_closed' | 'storage_unavailable'

export interface FacilitationView {
  /** What this person may see of what was decided for the room. */
  state: SeenState | null
  me: Person | null
  /** May this person change artefacts and board right now (role, lock, step of the page in front)? Views hide by it. */
  mayWrite: boolean
  /** May this person comment on cards of the page in front right now? */
  mayComment: boolean
  mayFacilitate: boolean
}

/** Snapshots of artefacts, cached and shared: one changed artefact wakes only its own listeners. */
export interface ArtefactStore {
  get(id: string): Artefact | null
  subscribe(id: string, listener: () => void): () => void
}

export interface HistoryState {
  canUndo: boolean
  canRedo: boolean
  /** The last step through the history, and which one of this session it was. */
  travelled: { type: 'undo' | 'redo'; times: number } | null
}

export interface History {
  readonly state: StoreApi<HistoryState>
  undo(): void
  redo(): void
  /** Ends the current undo step; the next change begins a new one. */
  checkpoint(): void
}

export interface Peer extends Person {
  presence: PresenceState
}

export interface Presence {
  /** Everybody else with an open connection, in a stable order. */
  readonly peers: StoreApi<readonly Peer[]>
  /** Merges into the own state; undefined removes a field. Coalesced before sending. */
  show(change: Partial<PresenceState>): void
  readonly own: StoreApi<PresenceState>
}
