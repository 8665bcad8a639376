import type { GroupId, MemberId } from '#shared/base/ids.ts'
import type { EventEnvelope } from '#shared/facilitation/events.ts'
import type { FacilitationState } from '#shared/facilitation/state.ts'
import type { EventLog } from '#server/ports/event-log.ts'
import type { DocumentSync } from './document-sync.ts'

/** A room to which something hidden is brought to light. */
export interface LitRoom {
  groupId: GroupId
  sync: DocumentSync
  /** Something of the document changed and is to be sent. */
  wake: () => void
}

/** What the server keeps from the people in a room, as the room sees it. */
export interface RoomSecrets {
  /**
   * Stores events, and in the same transaction what they bring to light. False, with nothing stored, when one of the
   * numbers is taken.
   */
  commit(room: LitRoom, envelopes: readonly EventEnvelope[]): Promise<boolean>
  /** Somebody came in, who is to be told what everybody may know: how much there is, never what. */
  entered(groupId: GroupId, state: FacilitationState): void
  /** The room is being removed: sends its people away from whatever is hidden in it. */
  removing(groupId: GroupId): Promise<void>
  /** Role, groups or membership changed. */
  memberChanged(memberId: MemberId): Promise<void>
}

/** Of a server on which nothing is hidden. */
export const openSecrets = (eventLog: EventLog): RoomSecrets => ({
  commit: ({ groupId }, envelopes) => eventLog.append(groupId, envelopes),
  entered: () => undefined,
  removing: () => Promise.resolve(),
  memberChanged: () => Promise.resolve(),
})
