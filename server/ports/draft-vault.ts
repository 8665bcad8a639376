import type { DraftId, GroupId, MemberId } from '#shared/base/ids.ts'
import type { StoredEnvelope } from '#shared/facilitation/events.ts'

/**
 * What becomes of silent drafts, which lie in the rooms' database as documents of their own (`UpdateLog`). Contract
 * suite: `tests/contract/draft-vault.ts`.
 */
export interface DraftVault {
  /** Drafts of a step in which anything was stored, in no particular order. */
  draftsOf(groupId: GroupId, stepId: string): Promise<DraftId[]>
  /**
   * Appends the events and what they bring to light, and removes the drafts that comes from with all that is known of
   * them: all in one transaction, durable when it resolves. Answers false, and changes nothing, when one of the
   * sequence numbers is already taken. What was removed is overwritten on the disk.
   */
  reveal(revelation: Revelation): Promise<boolean>
}

export interface Revelation {
  groupId: GroupId
  envelopes: readonly StoredEnvelope[]
  /** Change of the group's document; null where there was nothing to bring to light. */
  update: Uint8Array | null
  newClients: readonly [clientId: number, memberId: MemberId][]
  drafts: readonly DraftId[]
}
