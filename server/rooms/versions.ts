import * as Y from 'yjs'
import { newId, type GroupId, type VersionId } from '#shared/base/ids.ts'
import { restoreFrom } from '#shared/document/restore.ts'
import { rootsOf } from '#shared/document/roots.ts'
import type { VersionView } from '#shared/protocol/api.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { StoredVersion, UpdateLog } from '#server/ports/update-log.ts'
import type { DocumentSync } from './document-sync.ts'

/** Named states of a room's document, and the way back to them. */
export class Versions {
  readonly #updateLog: UpdateLog
  readonly #clock: Clock

  constructor(updateLog: UpdateLog, clock: Clock) {
    this.#updateLog = updateLog
    this.#clock = clock
  }

  async list(groupId: GroupId): Promise<VersionView[]> {
    return (await this.#updateLog.versions(groupId)).map(viewOf)
  }

  async state(groupId: GroupId, versionId: VersionId): Promise<Uint8Array | null> {
    return (await this.#updateLog.version(groupId, versionId))?.state ?? null
  }

  async save(
    groupId: GroupId,
    { doc, roots }: DocumentSync,
    facts: Pick<StoredVersion, 'name' | 'createdBy' | 'reason'>,
  ): Promise<VersionView> {
    const createdAt = this.#clock.now()
    const version: StoredVersion = {
      ...facts,
      id: newId<VersionId>(createdAt),
      groupId,
      createdAt,
      cardCount: [...roots.board.values()].filter((record) => record.get('type') === 'card').length,
      state: Y.encodeStateAsUpdate(doc),
    }
    await this.#updateLog.saveVersion(version)
    return viewOf(version)
  }

  /** Saves what is there, then changes it into the version. Null when there is no such version. */
  async restore(
    groupId: GroupId,
    sync: DocumentSync,
    versionId: VersionId,
    by: string,
  ): Promise<VersionView | null> {
    const version = await this.#updateLog.version(groupId, versionId)
    if (!version) return null
    const before = await this.save(groupId, sync, { name: version.name, createdBy: by, reason: 'restore' })
    const past = new Y.Doc()
    Y.applyUpdate(past, version.state)
    sync.change((roots) => restoreFrom(roots, rootsOf(past)))
    past.destroy()
    return before
  }
}

function viewOf({
  id,
  name,
  createdAt,
  createdBy,
  reason,
  cardCount,
}: Omit<StoredVersion, 'state'>): VersionView {
  return { id, name, createdAt, createdBy, reason, cardCount }
}
