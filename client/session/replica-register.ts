import type { MemberId } from '#shared/base/ids.ts'

/**
 * Names of the room copies on this device. Kept beside IndexedDB because not every browser can list its databases, and
 * "forget everything here" has to find them all.
 */
const REGISTER = 'werkraum:replicas'

/** Where y-indexeddb keeps what is noted beside a copy, and under which name its unsaved cards are. */
const REPLICA_FACTS = 'custom'
export const UNSAVED = 'unsaved'

/** Where a member's words are that no copy holds any more (`KeptWords`), up to the group. */
export const keptWordsOf = (memberId: MemberId): string => `werkraum:words:${memberId}:`

export function replicaNames(): string[] {
  try {
    const names: unknown = JSON.parse(localStorage.getItem(REGISTER) ?? '[]')
    return Array.isArray(names) ? names.filter((name): name is string => typeof name === 'string') : []
  } catch {
    return []
  }
}

export function rememberReplica(name: string): void {
  writeRegister([...new Set([...replicaNames(), name])])
}

/** Deletes one copy. A copy still open in another tab goes as soon as that tab closes. */
export async function forgetReplica(name: string): Promise<void> {
  await deleteDatabase(name)
  writeRegister(replicaNames().filter((known) => known !== name))
}

/** Deletes all copies of one member's and the words kept beside them; copies that are open go as they are closed. */
export async function forgetMember(memberId: MemberId): Promise<void> {
  const own = replicaNames().filter((name) => name.startsWith(`werkraum:${memberId}:`))
  await Promise.all(own.map(forgetReplica))
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(keptWordsOf(memberId))) localStorage.removeItem(key)
  } catch {
    // Storage switched off: there is nothing of it
    return
  }
}

/**
 * Deletes what this product keeps on this device, room copies and choices alike: for leaving on a computer that others
 * use, too.
 */
export async function forgetDevice(): Promise<void> {
  const names = new Set([...replicaNames(), ...(await listedDatabases())])
  await Promise.all([...names].map(deleteDatabase))
  try {
    for (const key of Object.keys(localStorage)) if (/^werkraum[.:]/.test(key)) localStorage.removeItem(key)
    sessionStorage.clear()
    for (const name of await globalThis.caches.keys()) await globalThis.caches.delete(name)
  } catch {
    // Storage switched off, or no secure address for caches: then there is nothing of it either.
    return
  }
}

/** How many cards and comments on this device the server had not taken when they were last written here. */
export async function unsentOnDevice(): Promise<number> {
  const names = new Set([...replicaNames(), ...(await listedDatabases())])
  const counts = await Promise.all([...names].map(unsentIn))
  return counts.reduce((sum, count) => sum + count, 0)
}

/** @returns 0 also where the copy cannot be read */
function unsentIn(name: string): Promise<number> {
  if (typeof indexedDB === 'undefined') return Promise.resolve(0)
  return new Promise((resolve) => {
    const opening = indexedDB.open(name)
    // One that is not there is not made for this
    opening.onupgradeneeded = () => opening.transaction?.abort()
    opening.onerror = opening.onblocked = () => resolve(0)
    opening.onsuccess = () => {
      const db = opening.result
      const found = (count: number) => {
        db.close()
        resolve(count)
      }
      if (!db.objectStoreNames.contains(REPLICA_FACTS)) return found(0)
      const reading = db.transaction(REPLICA_FACTS).objectStore(REPLICA_FACTS).get(UNSAVED)
      reading.onerror = () => found(0)
      reading.onsuccess = () => found(idsIn(reading.result).length)
    }
  })
}

/** Ids as a copy notes them; none where something else stands there. */
export function idsIn(stored: unknown): string[] {
  if (typeof stored !== 'string') return []
  try {
    const ids: unknown = JSON.parse(stored)
    return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : []
  } catch {
    return []
  }
}

function writeRegister(names: string[]): void {
  try {
    localStorage.setItem(REGISTER, JSON.stringify(names))
  } catch {
    // Storage switched off: then there are no copies either, apart from those `listedDatabases` finds.
    return
  }
}

async function listedDatabases(): Promise<string[]> {
  if (typeof indexedDB === 'undefined' || typeof indexedDB.databases !== 'function') return []
  const databases = await indexedDB.databases()
  return databases.flatMap(({ name }) => (name?.startsWith('werkraum:') ? [name] : []))
}

function deleteDatabase(name: string): Promise<void> {
  if (typeof indexedDB === 'undefined') return Promise.resolve()
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = request.onerror = request.onblocked = () => resolve()
  })
}
