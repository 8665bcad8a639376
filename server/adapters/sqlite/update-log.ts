import type { GroupId, MemberId, VersionId } from '#shared/base/ids.ts'
import type {
  ClientBinding,
  LogEntry,
  StoredDocument,
  StoredVersion,
  UpdateLog,
} from '#server/ports/update-log.ts'
import { SqliteEventLog } from './event-log.ts'
import { StorageThread } from './update-log-thread.ts'

/** Documents in SQLite, written by a thread of their own. */
export class SqliteUpdateLog implements UpdateLog {
  readonly #thread: StorageThread

  constructor(thread: StorageThread) {
    this.#thread = thread
  }

  append(entries: readonly LogEntry[]): Promise<void> {
    return this.#thread.call('append', entries)
  }

  load(groupId: GroupId): Promise<StoredDocument> {
    return this.#thread.call('load', groupId)
  }

  compact(groupId: GroupId, upTo: number, snapshot: Uint8Array): Promise<void> {
    return this.#thread.call('compact', groupId, upTo, snapshot)
  }

  bindClients(bindings: readonly ClientBinding[]): Promise<MemberId[]> {
    return this.#thread.call('bindClients', bindings)
  }

  saveVersion(version: StoredVersion): Promise<void> {
    return this.#thread.call('saveVersion', version)
  }

  versions(groupId: GroupId): Promise<Omit<StoredVersion, 'state'>[]> {
    return this.#thread.call('versions', groupId)
  }

  version(groupId: GroupId, versionId: VersionId): Promise<StoredVersion | null> {
    return this.#thread.call('version', groupId, versionId)
  }
}

export interface RoomLogs {
  updateLog: UpdateLog
  eventLog: SqliteEventLog
  close(): Promise<void>
}

/** Opens both logs of the rooms on one file, which no other process may write to. */
export async function openRoomLogs(file: string): Promise<RoomLogs> {
  const thread = await StorageThread.open(file)
  return {
    updateLog: new SqliteUpdateLog(thread),
    eventLog: new SqliteEventLog(thread),
    close: () => thread.close(),
  }
}
