import type { DraftId, GroupId, MemberId, VersionId } from '#shared/base/ids.ts'
import type { VersionReason } from '#shared/protocol/api.ts'

/** A document that is stored: a room's, or what somebody writes for themselves in a silent step. */
export type DocumentId = GroupId | DraftId

/**
 * Documents on disk: an append-only log of Yjs updates per document, compacted snapshots and named versions.
 * Contract suite: `tests/contract/update-log.ts`.
 */
export interface UpdateLog {
  /**
   * Appends one update to each of the named documents in one transaction. Resolves when all of it would survive a
   * power cut; rejects when none of it is stored. Calls are carried out in order.
   */
  append(entries: readonly LogEntry[]): Promise<void>
  /** Everything stored of a document, in an order in which it can be applied. Unknown ones are empty. */
  load(groupId: DocumentId): Promise<StoredDocument>
  /**
   * Puts one snapshot in the place of what is stored of a document, in little space. Entries appended meanwhile stay;
   * appends do not wait for it. Resolves when it is done.
   * @throws Error when what is stored is damaged or incomplete; then nothing has changed
   */
  compact(groupId: GroupId): Promise<void>
  /**
   * Binds Yjs client ids to members for ever, all in one transaction; answers who holds each (the first one wins).
   */
  bindClients(bindings: readonly ClientBinding[]): Promise<MemberId[]>

  /**
   * Document, events, versions and silent drafts of a group go, and are nowhere in the files afterwards. Nothing may be appended to it
   * any more. Idempotent.
   */
  remove(groupId: GroupId): Promise<void>

  saveVersion(version: StoredVersion): Promise<void>
  /** Idempotent. */
  removeVersion(groupId: GroupId, versionId: VersionId): Promise<void>
  /** Newest first, without their states. */
  versions(groupId: GroupId): Promise<Omit<StoredVersion, 'state'>[]>
  version(groupId: GroupId, versionId: VersionId): Promise<StoredVersion | null>

  /** Gives back space that is held for writing only, such as a log; false where that has to wait for readers. */
  settle(): Promise<boolean>
}

export interface LogEntry {
  groupId: DocumentId
  update: Uint8Array
  /** Yjs client ids that appear in the update for the first time, with the member they belong to. */
  newClients: readonly [clientId: number, memberId: MemberId][]
}

export interface ClientBinding {
  groupId: DocumentId
  clientId: number
  memberId: MemberId
}

export interface StoredDocument {
  updates: Uint8Array[]
  /** Bytes in the log since the last snapshot, to decide about compaction. */
  bytesSinceSnapshot: number
  clients: Map<number, MemberId>
}

export interface StoredVersion {
  id: VersionId
  groupId: GroupId
  name: string
  createdAt: number
  /** Display name at that time; never an anonymous author. */
  createdBy: string
  reason: VersionReason
  cardCount: number
  /** Yjs update that builds the whole document. */
  state: Uint8Array
}
