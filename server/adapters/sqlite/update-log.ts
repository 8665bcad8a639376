import type { GroupId, MemberId, VersionId } from '#shared/base/ids.ts'
import type {
  ClientBinding,
  DocumentId,
  LogEntry,
  StoredDocument,
  StoredVersion,
  UpdateLog,
} from '#server/ports/update-log.ts'
import { compactInProcess } from './compaction.ts'
import { SqliteDraftVault } from './draft-vault.ts'
import { SqliteEventLog } from './event-log.ts'
import { StorageThread } from './update-log-thread.ts'

/** Documents in SQLite, written by a thread of their own. */
class SqliteUpdateLog implements UpdateLog {
  readonly #thread: StorageThread
  readonly #file: string
  readonly #stop = new AbortController()
  readonly #compacting = new Set<Promise<void>>()

  constructor(thread: StorageThread, file: string) {
    this.#thread = thread
    this.#file = file
  }

  append(entries: readonly LogEntry[]): Promise<void> {
    return this.#thread.call('append', entries)
  }

  load(groupId: DocumentId): Promise<StoredDocument> {
    return this.#thread.call('load', groupId)
  }

  async compact(groupId: GroupId): Promise<void> {
    const done = this.#compact(groupId)
    this.#compacting.add(done)
    try {
      await done
    } finally {
      this.#compacting.delete(done)
    }
  }

  async #compact(groupId: GroupId): Promise<void> {
    const { signal } = this.#stop
    const compacted = await compactInProcess({ file: this.#file, groupId }, signal)
    if (!compacted) return
    await this.#thread.call('keepSnapshot', groupId, compacted.position, compacted.snapshot)
    // Each call waits its turn among the commits
    while (await this.#thread.call('dropCovered', groupId)) signal.throwIfAborted()
  }

  async remove(groupId: GroupId): Promise<void> {
    // A compaction that ends later would bring the document back
    await Promise.allSettled(this.#compacting)
    await this.#thread.call('remove', groupId)
  }

  /** Lets go of the file: compactions are given up, which costs nothing but space. */
  async stopCompacting(): Promise<void> {
    this.#stop.abort()
    await Promise.allSettled(this.#compacting)
  }

  bindClients(bindings: readonly ClientBinding[]): Promise<MemberId[]> {
    return this.#thread.call('bindClients', bindings)
  }

  saveVersion(version: StoredVersion): Promise<void> {
    return this.#thread.call('saveVersion', version)
  }

  removeVersion(groupId: GroupId, versionId: VersionId): Promise<void> {
    return this.#thread.call('removeVersion', groupId, versionId)
  }

  versions(groupId: GroupId): Promise<Omit<StoredVersion, 'state'>[]> {
    return this.#thread.call('versions', groupId)
  }

  version(groupId: GroupId, versionId: VersionId): Promise<StoredVersion | null> {
    return this.#thread.call('version', groupId, versionId)
  }

  settle(): Promise<boolean> {
    return this.#thread.call('eraseTraces')
  }
}

export interface RoomLogs {
  updateLog: UpdateLog
  eventLog: SqliteEventLog
  draftVault: SqliteDraftVault
  close(): Promise<void>
}

/** Opens both logs of the rooms on one file, which no other process may write to. */
export async function openRoomLogs(file: string): Promise<RoomLogs> {
  const thread = await StorageThread.open(file)
  const updateLog = new SqliteUpdateLog(thread, file)
  return {
    updateLog,
    eventLog: new SqliteEventLog(thread),
    draftVault: new SqliteDraftVault(thread),
    async close() {
      await updateLog.stopCompacting()
      await thread.close()
    },
  }
}
