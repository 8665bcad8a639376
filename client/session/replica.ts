import { IndexeddbPersistence, storeState } from 'y-indexeddb'
import * as Y from 'yjs'
import type { DraftId, GroupId, MemberId } from '#shared/base/ids.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { rescueTexts, type RescuedCard } from './own-changes.ts'
import { forgetReplica, idsIn, rememberReplica, replicaNames, UNSAVED } from './replica-register.ts'

/** The copy of a room's document on this device: the group's, of one generation, for one member. */
export interface Replica {
  /** Ids of the cards with changes that the server had not called durable when they were last written here. */
  unsaved(): Promise<string[]>
  remember(unsaved: string[]): void
  close(): Promise<void>
  /** Closes and deletes it. */
  drop(): Promise<void>
}

interface ReplicaAddress {
  /** The group of a room, or the draft of a step. */
  groupId: GroupId | DraftId
  generation: number
  memberId: MemberId
}

/** By then a big room has come over a slow line. */
const TIDY_AFTER_MS = 30_000

const prefixOf = ({ groupId, memberId }: ReplicaAddress) => `werkraum:${memberId}:${groupId}:`
const nameOf = (address: ReplicaAddress) => `${prefixOf(address)}${address.generation}`

/**
 * Loads the copy into the document and keeps it up to date from then on. Null where this device stores nothing
 * (private window, storage switched off or full): the room works without, only not across a reload while offline.
 * @param onFailed called whenever something could not be stored
 */
export async function openReplica(
  doc: Y.Doc,
  address: ReplicaAddress,
  onFailed: () => void = () => undefined,
): Promise<Replica | null> {
  const name = nameOf(address)
  if (!(await canStore())) return null
  rememberReplica(name)
  const persistence = new IndexeddbPersistence(name, doc)
  // From the first write on that fails (storage full, taken away by the browser) the copy has a hole. Opening writes, too.
  const failed = persistence._db.then(
    (db) =>
      new Promise<'failed'>((resolve) => {
        const fail = () => {
          onFailed()
          resolve('failed')
        }
        for (const event of ['abort', 'error', 'close']) db.addEventListener(event, fail)
      }),
  )
  const opened = await Promise.race([persistence.whenSynced, failed])
  if (opened !== 'failed') return replicaOf(persistence, name)
  await persistence.destroy()
  return null
}

function replicaOf(persistence: IndexeddbPersistence, name: string): Replica {
  const cancel = tidySoon(persistence)
  const close = () => {
    cancel()
    return persistence.destroy()
  }
  return {
    unsaved: async () => idsIn(await persistence.get(UNSAVED)),
    // A failed write costs nothing but the hint which cards to rescue; the changes themselves are stored apart.
    remember: (ids) => void persistence.set(UNSAVED, JSON.stringify(ids)).catch(() => undefined),
    close,
    drop: async () => {
      await close()
      await forgetReplica(name)
    },
  }
}

/**
 * Writes the copy anew some while after the first change that came from the server: what was deleted while this device was
 * away is not in it any more then. Answers what calls that off.
 */
function tidySoon(persistence: IndexeddbPersistence): () => void {
  const { doc } = persistence
  let timer: ReturnType<typeof setTimeout> | undefined
  const heard = ({ local, origin }: Y.Transaction) => {
    if (local || origin === persistence) return
    doc.off('afterTransaction', heard)
    // Where it cannot be written the former copy stays, and who could not write was told by `failed`
    timer = setTimeout(() => void storeState(persistence).catch(() => undefined), TIDY_AFTER_MS)
  }
  doc.on('afterTransaction', heard)
  return () => {
    doc.off('afterTransaction', heard)
    clearTimeout(timer)
  }
}

/**
 * Copies of former generations of this room, which nothing can be merged with any more: takes out the words that never
 * reached the server and deletes the rest.
 * @param keep is given the words of each copy before it is deleted; a copy whose words it could not keep stays
 */
export async function rescueFormerReplicas(
  address: ReplicaAddress,
  keep: (words: RescuedCard[]) => boolean,
): Promise<void> {
  if (!(await canStore())) return
  const former = replicaNames().filter(
    (name) => name.startsWith(prefixOf(address)) && name !== nameOf(address),
  )
  // One that cannot be read or removed stays for the next time; nobody is kept out of a room by it
  await Promise.allSettled(former.map((name) => rescueFrom(name, keep)))
}

async function rescueFrom(name: string, keep: (words: RescuedCard[]) => boolean): Promise<void> {
  const doc = new Y.Doc()
  const persistence = new IndexeddbPersistence(name, doc)
  await persistence.whenSynced
  const isKept = keep(rescueTexts(rootsOf(doc), idsIn(await persistence.get(UNSAVED))))
  await persistence.destroy()
  if (isKept) await forgetReplica(name)
  doc.destroy()
}

/** Opening is the only honest test: some browsers offer IndexedDB and then refuse to use it. */
function canStore(): Promise<boolean> {
  if (typeof indexedDB === 'undefined') return Promise.resolve(false)
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open('werkraum:probe')
      request.onsuccess = () => {
        request.result.close()
        resolve(true)
      }
      request.onerror = request.onblocked = () => resolve(false)
    } catch {
      resolve(false)
    }
  })
}
