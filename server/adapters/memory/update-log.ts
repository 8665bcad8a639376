import type { GroupId, MemberId } from '#shared/base/ids.ts'
import type {
  ClientBinding,
  LogEntry,
  StoredDocument,
  StoredVersion,
  UpdateLog,
} from '#server/ports/update-log.ts'

interface Row {
  position: number
  update: Uint8Array
}

/** Documents in memory, for tests and try-outs: as durable as the process. */
export class MemoryUpdateLog implements UpdateLog {
  readonly #rows = new Map<GroupId, Row[]>()
  readonly #snapshots = new Map<GroupId, Row>()
  readonly #clients = new Map<GroupId, Map<number, MemberId>>()
  readonly #versions = new Map<GroupId, StoredVersion[]>()
  #position = 0

  append(entries: readonly LogEntry[]): Promise<void> {
    for (const { groupId, update, newClients } of entries) {
      const rows = this.#rows.get(groupId) ?? []
      rows.push({ position: ++this.#position, update })
      this.#rows.set(groupId, rows)
      for (const [client, memberId] of newClients) this.#bind(groupId, client, memberId)
    }
    return Promise.resolve()
  }

  load(groupId: GroupId): Promise<StoredDocument> {
    const snapshot = this.#snapshots.get(groupId)
    const rows = this.#rows.get(groupId) ?? []
    const all = snapshot ? [snapshot, ...rows] : rows
    return Promise.resolve({
      updates: all.map(({ update }) => update),
      position: all.at(-1)?.position ?? 0,
      bytesSinceSnapshot: rows.reduce((sum, { update }) => sum + update.length, 0),
      clients: new Map(this.#clients.get(groupId)),
    })
  }

  compact(groupId: GroupId, upTo: number, snapshot: Uint8Array): Promise<void> {
    if ((this.#snapshots.get(groupId)?.position ?? 0) > upTo) return Promise.resolve()
    this.#snapshots.set(groupId, { position: upTo, update: snapshot })
    const rows = this.#rows.get(groupId) ?? []
    this.#rows.set(
      groupId,
      rows.filter(({ position }) => position > upTo),
    )
    return Promise.resolve()
  }

  bindClients(bindings: readonly ClientBinding[]): Promise<MemberId[]> {
    return Promise.resolve(
      bindings.map(({ groupId, clientId, memberId }) => this.#bind(groupId, clientId, memberId)),
    )
  }

  #bind(groupId: GroupId, clientId: number, memberId: MemberId): MemberId {
    const clients = this.#clients.get(groupId) ?? new Map<number, MemberId>()
    this.#clients.set(groupId, clients)
    const holder = clients.get(clientId) ?? memberId
    clients.set(clientId, holder)
    return holder
  }

  saveVersion(version: StoredVersion): Promise<void> {
    this.#versions.set(version.groupId, [version, ...(this.#versions.get(version.groupId) ?? [])])
    return Promise.resolve()
  }

  versions(groupId: GroupId): Promise<Omit<StoredVersion, 'state'>[]> {
    const stored = this.#versions.get(groupId) ?? []
    return Promise.resolve(stored.map(({ state: _, ...facts }) => facts))
  }

  version(groupId: GroupId, versionId: string): Promise<StoredVersion | null> {
    return Promise.resolve(this.#versions.get(groupId)?.find(({ id }) => id === versionId) ?? null)
  }
}
