import type { GroupId, MemberId } from '#shared/base/ids.ts'
import { foldUpdates } from '#shared/document/fold.ts'
import type {
  ClientBinding,
  DocumentId,
  LogEntry,
  StoredDocument,
  StoredVersion,
  UpdateLog,
} from '#server/ports/update-log.ts'
import { MemoryDisk } from './disk.ts'

/** Documents in memory, for tests and try-outs: as durable as the process. */
export class MemoryUpdateLog implements UpdateLog {
  readonly #updates = new Map<DocumentId, Uint8Array[]>()
  readonly #snapshots = new Map<DocumentId, Uint8Array>()
  readonly #clients = new Map<DocumentId, Map<number, MemberId>>()
  readonly #versions = new Map<GroupId, StoredVersion[]>()
  readonly #disk: MemoryDisk

  constructor(disk = new MemoryDisk()) {
    this.#disk = disk
  }

  async append(entries: readonly LogEntry[]): Promise<void> {
    this.#disk.write()
    for (const { groupId, update, newClients } of entries) {
      const updates = this.#updates.get(groupId) ?? []
      updates.push(update)
      this.#updates.set(groupId, updates)
      for (const [client, memberId] of newClients) this.#bind(groupId, client, memberId)
    }
  }

  async remove(groupId: GroupId): Promise<void> {
    this.#disk.write()
    this.forget([groupId, ...this.idsFrom(`${groupId}.`)])
    this.#versions.delete(groupId)
  }

  forget(ids: readonly DocumentId[]): void {
    for (const map of [this.#updates, this.#snapshots, this.#clients]) for (const id of ids) map.delete(id)
  }

  load(groupId: DocumentId): Promise<StoredDocument> {
    const updates = this.#updates.get(groupId) ?? []
    return Promise.resolve({
      updates: this.#allOf(groupId),
      bytesSinceSnapshot: updates.reduce((sum, { length }) => sum + length, 0),
      clients: new Map(this.#clients.get(groupId)),
    })
  }

  #allOf(groupId: DocumentId): Uint8Array[] {
    const snapshot = this.#snapshots.get(groupId)
    return [...(snapshot ? [snapshot] : []), ...(this.#updates.get(groupId) ?? [])]
  }

  async compact(groupId: GroupId): Promise<void> {
    if (!this.#updates.has(groupId)) return
    this.#disk.write()
    this.#snapshots.set(groupId, foldUpdates(this.#allOf(groupId)))
    this.#updates.delete(groupId)
  }

  /** Documents whose ids begin like this. */
  idsFrom(prefix: string): DocumentId[] {
    const ids = new Set([...this.#updates.keys(), ...this.#snapshots.keys()])
    return [...ids].filter((id) => id.startsWith(prefix))
  }

  async bindClients(bindings: readonly ClientBinding[]): Promise<MemberId[]> {
    this.#disk.write()
    return bindings.map(({ groupId, clientId, memberId }) => this.#bind(groupId, clientId, memberId))
  }

  #bind(groupId: DocumentId, clientId: number, memberId: MemberId): MemberId {
    const clients = this.#clients.get(groupId) ?? new Map<number, MemberId>()
    this.#clients.set(groupId, clients)
    const holder = clients.get(clientId) ?? memberId
    clients.set(clientId, holder)
    return holder
  }

  async saveVersion(version: StoredVersion): Promise<void> {
    this.#disk.write()
    this.#versions.set(version.groupId, [version, ...(this.#versions.get(version.groupId) ?? [])])
  }

  async removeVersion(groupId: GroupId, versionId: string): Promise<void> {
    this.#disk.write()
    const stored = this.#versions.get(groupId) ?? []
    this.#versions.set(
      groupId,
      stored.filter(({ id }) => id !== versionId),
    )
  }

  versions(groupId: GroupId): Promise<Omit<StoredVersion, 'state'>[]> {
    const stored = this.#versions.get(groupId) ?? []
    return Promise.resolve(stored.map(({ state: _, ...facts }) => facts))
  }

  version(groupId: GroupId, versionId: string): Promise<StoredVersion | null> {
    return Promise.resolve(this.#versions.get(groupId)?.find(({ id }) => id === versionId) ?? null)
  }

  async settle() {
    return true
  }
}
