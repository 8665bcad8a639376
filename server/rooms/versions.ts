import * as Y from 'yjs'
import { newId, type GroupId, type VersionId } from '#shared/base/ids.ts'
import { restoreFrom } from '#shared/document/restore.ts'
import { rootsOf, type Roots } from '#shared/document/roots.ts'
import type { VersionView } from '#shared/protocol/api.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { StoredVersion, UpdateLog } from '#server/ports/update-log.ts'
import type { DocumentSync } from './document-sync.ts'

type VersionFacts = Pick<StoredVersion, 'name' | 'createdBy' | 'reason'>

const REMOVAL_PAUSE_MS = 60_000

/** Named states of a room's document, and the way back to them. */
export class Versions {
  readonly #updateLog: UpdateLog
  readonly #clock: Clock
  readonly #removals = new Map<GroupId, number>()

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

  save(groupId: GroupId, { doc, roots }: DocumentSync, facts: VersionFacts): Promise<VersionView> {
    return this.#save(groupId, Y.encodeStateAsUpdate(doc), cardsOn(roots), facts)
  }

  /** Keeps a state from before somebody removed many cards: at most one per minute and room, for a wipe in steps. */
  async keepBeforeRemoval(groupId: GroupId, take: () => Uint8Array, createdBy: string): Promise<void> {
    const now = this.#clock.now()
    if (now - (this.#removals.get(groupId) ?? -Infinity) < REMOVAL_PAUSE_MS) return
    this.#removals.set(groupId, now)
    const state = take()
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state)
    await this.#save(groupId, state, cardsOn(rootsOf(doc)), { name: '', createdBy, reason: 'removal' })
    doc.destroy()
  }

  async #save(
    groupId: GroupId,
    state: Uint8Array,
    cardCount: number,
    facts: VersionFacts,
  ): Promise<VersionView> {
    const createdAt = this.#clock.now()
    const version: StoredVersion = {
      ...facts,
      id: newId<VersionId>(createdAt),
      groupId,
      createdAt,
      cardCount,
      state,
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

const cardsOn = ({ board }: Pick<Roots, 'board'>) =>
  [...board.values()].filter((record) => record.get('type') === 'card').length

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
