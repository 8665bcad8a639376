import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { newId, type GroupId, type MemberId, type VersionId } from '#shared/base/ids.ts'
import type { StoredVersion, UpdateLog } from '#server/ports/update-log.ts'

/** A document whose changes come out one by one. */
function writer() {
  const doc = new Y.Doc()
  const next = (value: number): Uint8Array => {
    const known = Y.encodeStateVector(doc)
    doc.getMap('m').set(`key ${value % 20}`, value)
    return Y.encodeStateAsUpdate(doc, known)
  }
  return { doc, next }
}

function contentOf(updates: readonly Uint8Array[]): unknown {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc.getMap('m').toJSON()
}

/** What every adapter of `UpdateLog` promises. `open` answers a fresh, empty log. */
export function updateLogContract(name: string, open: () => Promise<UpdateLog>): void {
  const bytes = (...values: number[]) => new Uint8Array(values)
  const emptyUpdate = bytes(0, 0)
  const entry = (groupId: GroupId, update: Uint8Array) => ({ groupId, update, newClients: [] })
  const version = (groupId: GroupId, over: Partial<StoredVersion> = {}): StoredVersion => ({
    id: newId<VersionId>(),
    groupId,
    name: 'Vor der Pause',
    createdAt: 1_000,
    createdBy: 'Ayşe Yılmaz',
    reason: 'manual',
    cardCount: 3,
    state: bytes(1, 2, 3),
    ...over,
  })

  describe(`${name} as update log`, () => {
    test('an unknown group is an empty document', async () => {
      const log = await open()
      const stored = await log.load(newId())
      expect(stored).toEqual({ updates: [], bytesSinceSnapshot: 0, clients: new Map() })
    })

    test('updates come back in the order of appending, each group its own', async () => {
      const log = await open()
      const [a, b] = [newId<GroupId>(), newId<GroupId>()]
      await log.append([entry(a, bytes(1)), entry(b, bytes(9))])
      await log.append([entry(a, bytes(2, 2))])
      const stored = await log.load(a)
      expect(stored.updates.map((update) => [...update])).toEqual([[1], [2, 2]])
      expect(stored.bytesSinceSnapshot).toBe(3)
      expect((await log.load(b)).updates).toHaveLength(1)
    })

    test('an append that was not awaited is still stored before a later one', async () => {
      const log = await open()
      const group = newId<GroupId>()
      const calls = [1, 2, 3, 4, 5].map((value) => log.append([entry(group, bytes(value))]))
      await Promise.all(calls)
      expect((await log.load(group)).updates.map(([value]) => value)).toEqual([1, 2, 3, 4, 5])
    })

    test('compacted, a document is one update that says the same; what came after stays beside it', async () => {
      const log = await open()
      const [group, other] = [newId<GroupId>(), newId<GroupId>()]
      const { doc, next } = writer()
      for (let n = 0; n < 1_200; n++) await log.append([entry(group, next(n)), entry(other, bytes(n % 256))])
      await log.compact(group)
      const compacted = await log.load(group)
      expect(compacted).toMatchObject({ updates: [expect.anything()], bytesSinceSnapshot: 0 })
      expect(contentOf(compacted.updates)).toEqual(doc.getMap('m').toJSON())
      expect((await log.load(other)).updates).toHaveLength(1_200)

      const later = next(7)
      await log.append([entry(group, later)])
      const stored = await log.load(group)
      expect(stored.updates).toHaveLength(2)
      expect(stored.bytesSinceSnapshot).toBe(later.length)
      await log.compact(group)
      const again = await log.load(group)
      expect(again.updates).toHaveLength(1)
      expect(contentOf(again.updates)).toEqual(doc.getMap('m').toJSON())
    })

    test('what is appended during a compaction is kept, and so it is when two of them meet', async () => {
      const log = await open()
      const group = newId<GroupId>()
      const { doc, next } = writer()
      for (let n = 0; n < 50; n++) await log.append([entry(group, next(n))])
      const compactions = [log.compact(group)]
      for (let n = 50; n < 100; n++) {
        await log.append([entry(group, next(n))])
        if (n === 75) compactions.push(log.compact(group))
      }
      await Promise.all(compactions)
      const { updates } = await log.load(group)
      expect(updates.length).toBeLessThan(100)
      expect(contentOf(updates)).toEqual(doc.getMap('m').toJSON())
    })

    test('a document that cannot be read completely is not compacted but stays as it is', async () => {
      const log = await open()
      const group = newId<GroupId>()
      const { next } = writer()
      const [, second] = [next(1), next(2)]
      await log.append([entry(group, second)])
      await expect(log.compact(group)).rejects.toThrow('incomplete')
      expect((await log.load(group)).updates.map((update) => [...update])).toEqual([[...second]])
    })

    test('compacting nothing changes nothing', async () => {
      const log = await open()
      const group = newId<GroupId>()
      await log.compact(group)
      expect((await log.load(group)).updates).toEqual([])
    })

    test('a client id belongs to the first member who had it', async () => {
      const log = await open()
      const group = newId<GroupId>()
      const [first, second] = [newId<MemberId>(), newId<MemberId>()]
      const other = newId<GroupId>()
      const bind = (groupId: GroupId, memberId: MemberId) => ({ groupId, clientId: 4_294_967_295, memberId })
      expect(await log.bindClients([bind(group, first), bind(group, second), bind(other, second)])).toEqual([
        first,
        first,
        second,
      ])
      expect(await log.bindClients([bind(group, second)])).toEqual([first])
      await log.append([
        {
          groupId: group,
          update: bytes(1),
          newClients: [
            [7, second],
            [4_294_967_295, second],
          ],
        },
      ])
      expect((await log.load(group)).clients).toEqual(
        new Map([
          [4_294_967_295, first],
          [7, second],
        ]),
      )
    })

    test('versions are listed newest first and without their states', async () => {
      const log = await open()
      const group = newId<GroupId>()
      const old = version(group, { createdAt: 1_000 })
      const young = version(group, { createdAt: 2_000, reason: 'phase' })
      await log.saveVersion(old)
      await log.saveVersion(young)
      await log.saveVersion(version(newId()))
      const { state: _, ...facts } = young
      const listed = await log.versions(group)
      expect(listed.map(({ id }) => id)).toEqual([young.id, old.id])
      expect(listed[0]).toEqual(facts)
    })

    test('a group that is removed is as if it had never been, and its neighbours stay', async () => {
      const log = await open()
      const [gone, stays] = [newId<GroupId>(), newId<GroupId>()]
      for (const group of [gone, stays]) {
        await log.append([{ ...entry(group, emptyUpdate), newClients: [[7, newId<MemberId>()]] }])
        await log.saveVersion(version(group))
      }
      await log.remove(gone)
      await log.remove(gone)
      expect(await log.load(gone)).toEqual({ updates: [], bytesSinceSnapshot: 0, clients: new Map() })
      expect(await log.versions(gone)).toEqual([])
      expect((await log.load(stays)).updates).toHaveLength(1)
      expect(await log.versions(stays)).toHaveLength(1)
    })

    test('a version is found in its own group only', async () => {
      const log = await open()
      const stored = version(newId())
      await log.saveVersion(stored)
      const found = await log.version(stored.groupId, stored.id)
      expect(found && { ...found, state: [...found.state] }).toEqual({ ...stored, state: [1, 2, 3] })
      const long = version(stored.groupId, { state: new Uint8Array(10_000).map((_, n) => n % 100) })
      await log.saveVersion(long)
      expect(Buffer.compare((await log.version(long.groupId, long.id))!.state, long.state)).toBe(0)
      expect(await log.version(newId(), stored.id)).toBeNull()
    })
  })
}
