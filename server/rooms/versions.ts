import * as Y from 'yjs'
import { newId, type GroupId, type VersionId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { restoreFrom } from '#shared/document/restore.ts'
import { rootsOf, type Roots } from '#shared/document/roots.ts'
import type { VersionView } from '#shared/protocol/api.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { StoredVersion, UpdateLog } from '#server/ports/update-log.ts'
import type { DocumentSync, StateBefore } from './document-sync.ts'

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
  async keepBeforeRemoval(groupId: GroupId, take: () => StateBefore, createdBy: string): Promise<void> {
    const now = this.#clock.now()
    if (now - (this.#removals.get(groupId) ?? -Infinity) < REMOVAL_PAUSE_MS) return
    this.#removals.set(groupId, now)
    const { state, roots } = take()
    await this.#save(groupId, state, cardsOn(roots), { name: '', createdBy, reason: 'removal' })
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
    await this.#thin(version)
    return viewOf(version)
  }

  /**
   * Of what nobody asked for only so many are kept, because each is a whole document and anybody can bring them about. The
   * first and the last stay, and of the others those that lie furthest apart.
   */
  async #thin({ groupId, reason }: Pick<StoredVersion, 'groupId' | 'reason'>): Promise<void> {
    if (reason === 'manual') return
    const alike = (await this.#updateLog.versions(groupId)).filter((version) => version.reason === reason)
    for (let excess = alike.length - limits.maxVersionsOfOneReason; excess > 0; excess--) {
      const [gone] = alike.splice(mostCrowded(alike), 1)
      await this.#updateLog.removeVersion(groupId, gone!.id)
    }
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

  /** Erases something in every version; those that held it are other versions afterwards, at the same place in time. */
  async erase(groupId: GroupId, erase: (roots: Roots) => number): Promise<void> {
    for (const { id } of await this.#updateLog.versions(groupId)) {
      const version = await this.#updateLog.version(groupId, id)
      const state = version && stateWithout(version.state, erase)
      if (!state) continue
      await this.#updateLog.saveVersion({ ...version, id: newId<VersionId>(version.createdAt), state })
      await this.#updateLog.removeVersion(groupId, id)
    }
  }
}

/** Null where nothing was to be erased. */
function stateWithout(state: Uint8Array, erase: (roots: Roots) => number): Uint8Array | null {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const erased = doc.transact(() => erase(rootsOf(doc)))
  const rest = erased > 0 ? Y.encodeStateAsUpdate(doc) : null
  doc.destroy()
  return rest
}

/** Index of the one between whose neighbours the least time lies. */
function mostCrowded(versions: readonly Pick<StoredVersion, 'createdAt'>[]): number {
  const gapAround = (at: number) => Math.abs(versions[at + 1]!.createdAt - versions[at - 1]!.createdAt)
  let found = 1
  for (let at = 2; at < versions.length - 1; at++) if (gapAround(at) < gapAround(found)) found = at
  return found
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
