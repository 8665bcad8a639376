import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { newId, type GroupId, type MemberId } from '#shared/base/ids.ts'

const stored: Uint8Array[] = []
const deleted: string[] = []
vi.mock('y-indexeddb', () => ({
  IndexeddbPersistence: class {
    readonly doc: Y.Doc
    readonly _db = Promise.resolve({ addEventListener: () => undefined })
    readonly whenSynced = Promise.resolve()
    constructor(_name: string, doc: Y.Doc) {
      this.doc = doc
    }
    get = () => Promise.resolve(undefined)
    destroy = () => Promise.resolve()
  },
  storeState: ({ doc }: { doc: Y.Doc }) => Promise.resolve(stored.push(Y.encodeStateAsUpdate(doc))),
}))
const { openReplica, rescueFormerReplicas } = await import('#client/session/replica.ts')

beforeEach(() => {
  vi.useFakeTimers()
  stored.length = 0
  deleted.length = 0
  const open = () => {
    const request = { result: { close: () => undefined }, onsuccess: () => undefined }
    queueMicrotask(() => request.onsuccess())
    return request
  }
  const deleteDatabase = (name: string) => {
    deleted.push(name)
    return open()
  }
  vi.stubGlobal('indexedDB', { open, deleteDatabase })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const place = { groupId: newId<GroupId>(), generation: 0, memberId: newId<MemberId>() }

/** A device that knew some words, which were deleted elsewhere while it was away. */
async function returning() {
  const server = new Y.Doc()
  server.getText('words').insert(0, 'GEHEIM')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
  server.getText('words').delete(0, 6)
  const replica = await openReplica(doc, place)
  return { doc, replica: replica!, comeIn: () => Y.applyUpdate(doc, Y.encodeStateAsUpdate(server), 'server') }
}

test('what was deleted elsewhere goes from this device once it has come back', async () => {
  const { doc, comeIn } = await returning()
  doc.getText('words').insert(0, 'Eigenes')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(stored).toEqual([])
  comeIn()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(stored).toHaveLength(1)
  expect(Buffer.from(stored[0]!).includes('GEHEIM')).toBe(false)
})

test('a room that was left meanwhile writes nothing more', async () => {
  const { replica, comeIn } = await returning()
  comeIn()
  await replica.close()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(stored).toEqual([])
})

test.each([true, false])('a former copy goes only if its words could be kept: %s', async (isKept) => {
  const register = JSON.stringify([`werkraum:${place.memberId}:${place.groupId}:0`])
  vi.stubGlobal('localStorage', { getItem: () => register, setItem: () => undefined })
  await rescueFormerReplicas({ ...place, generation: 1 }, () => isKept)
  expect(deleted).toHaveLength(isKept ? 1 : 0)
})

test('a former copy that cannot be taken over stays, and keeps nobody out', async () => {
  const register = JSON.stringify([`werkraum:${place.memberId}:${place.groupId}:0`])
  vi.stubGlobal('localStorage', { getItem: () => register, setItem: () => undefined })
  const unreadable = () => {
    throw new Error('the words in it cannot be read')
  }
  await expect(rescueFormerReplicas({ ...place, generation: 1 }, unreadable)).resolves.toBeUndefined()
  expect(deleted).toEqual([])
})
