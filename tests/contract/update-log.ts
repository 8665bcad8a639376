import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { newId, type GroupId, type MemberId, type VersionId } from '#shared/base/ids.ts'
import type { StoredVersion, UpdateLog } from '#server/ports/update-log.ts'
import { whereverItFails } from './disk.ts'
import type { LogsOnDisk } from './logs-on-disk.ts'

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

/** What every adapter of `UpdateLog` promises. */
export function updateLogContract(name: string, open: () => Promise<LogsOnDisk>): void {
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
      const { updateLog: log } = await open()
      const stored = await log.load(newId())
      expect(stored).toEqual({ updates: [], bytesSinceSnapshot: 0, clients: new Map() })
    })

    test('updates come back in the order of appending, each group its own', async () => {
      const { updateLog: log } = await open()
      const [a, b] = [newId<GroupId>(), newId<GroupId>()]
      await log.append([entry(a, bytes(1)), entry(b, bytes(9))])
      await log.append([entry(a, bytes(2, 2))])
      const stored = await log.load(a)
      expect(stored.updates.map((update) => [...update])).toEqual([[1], [2, 2]])
      expect(stored.bytesSinceSnapshot).toBe(3)
      expect((await log.load(b)).updates).toHaveLength(1)
    })

    test('an append that was not awaited is still stored before a later one', async () => {
      const { updateLog: log } = await open()
      const group = newId<GroupId>()
      const calls = [1, 2, 3, 4, 5].map((value) => log.append([entry(group, bytes(value))]))
      await Promise.all(calls)
      expect((await log.load(group)).updates.map(([value]) => value)).toEqual([1, 2, 3, 4, 5])
    })

    test('compacted, a document is one update that says the same; what came after stays beside it', async () => {
      const { updateLog: log } = await open()
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
      const { updateLog: log } = await open()
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
      const { updateLog: log } = await open()
      const group = newId<GroupId>()
      const { next } = writer()
      const [, second] = [next(1), next(2)]
      await log.append([entry(group, second)])
      await expect(log.compact(group)).rejects.toThrow('incomplete')
      expect((await log.load(group)).updates.map((update) => [...update])).toEqual([[...second]])
    })

    test('compacting nothing changes nothing', async () => {
      const { updateLog: log } = await open()
      const group = newId<GroupId>()
      await log.compact(group)
      expect((await log.load(group)).updates).toEqual([])
    })

    test('a client id belongs to the first member who had it', async () => {
      const { updateLog: log } = await open()
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
      const { updateLog: log } = await open()
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

    test('a version that is removed is gone, of its own group only, and again does no harm', async () => {
      const { updateLog: log } = await open()
      const group = newId<GroupId>()
      const [gone, stays] = [version(group, { createdAt: 1_000 }), version(group, { createdAt: 2_000 })]
      for (const each of [gone, stays]) await log.saveVersion(each)
      await log.removeVersion(newId(), gone.id)
      expect(await log.versions(group)).toHaveLength(2)
      await log.removeVersion(group, gone.id)
      await log.removeVersion(group, gone.id)
      expect((await log.versions(group)).map(({ id }) => id)).toEqual([stays.id])
      expect(await log.version(group, gone.id)).toBeNull()
    })

    test('a group that is removed is as if it had never been, and its neighbours stay', async () => {
      const { updateLog: log } = await open()
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
      const { updateLog: log } = await open()
      const stored = version(newId())
      await log.saveVersion(stored)
      const found = await log.version(stored.groupId, stored.id)
      expect(found && { ...found, state: [...found.state] }).toEqual({ ...stored, state: [1, 2, 3] })
      const long = version(stored.groupId, { state: new Uint8Array(10_000).map((_, n) => n % 100) })
      await log.saveVersion(long)
      expect(Buffer.compare((await log.version(long.groupId, long.id))!.state, long.state)).toBe(0)
      expect(await log.version(newId(), stored.id)).toBeNull()
    })

    const [jana, tom] = [newId<MemberId>(), newId<MemberId>()]
    /** All that is stored of some documents. */
    const all = async (log: UpdateLog, groups: readonly GroupId[]) =>
      Promise.all(
        groups.map(async (group) => {
          const { updates, clients } = await log.load(group)
          const versions = await log.versions(group)
          return { updates: updates.map((update) => [...update]), clients: [...clients], versions }
        }),
      )

    test('an append that the disk refuses, wherever, leaves nothing of itself, and the next one is stored', async () => {
      const { updateLog: log, disk } = await open()
      const groups = [newId<GroupId>(), newId<GroupId>()] as const
      await log.append([entry(groups[0], bytes(7))])
      const act = () =>
        log.append([
          { ...entry(groups[0], bytes(8)), newClients: [[1, jana]] },
          { ...entry(groups[1], bytes(9)), newClients: [[2, tom]] },
        ])
      await whereverItFails(disk, act, () => all(log, groups))
      const [first, second] = await all(log, groups)
      expect(first).toMatchObject({ updates: [[7], [8]], clients: [[1, jana]] })
      expect(second).toMatchObject({ updates: [[9]], clients: [[2, tom]] })
    })

    test('so do a binding of clients, a version and a removal', async () => {
      const { updateLog: log, disk } = await open()
      const group = newId<GroupId>()
      await log.append([{ ...entry(group, bytes(7)), newClients: [[1, jana]] }])
      const look = () => all(log, [group])
      const bind = (clientId: number) => ({ groupId: group, clientId, memberId: tom })
      await whereverItFails(disk, () => log.bindClients([bind(1), bind(2), bind(3)]), look)
      const kept = version(group)
      await whereverItFails(disk, () => log.saveVersion(kept), look)
      await whereverItFails(disk, () => log.remove(group), look)
      expect(await look()).toEqual([{ updates: [], clients: [], versions: [] }])
    })

    test('a compaction that the disk refuses, wherever, takes no word, and the next one succeeds', async () => {
      const { updateLog: log, disk } = await open()
      const group = newId<GroupId>()
      const { doc, next } = writer()
      await log.append([1, 2, 3].map((n) => entry(group, next(n))))
      for (const rows of [0, 1, 2]) {
        disk.refuseAfter(rows)
        await log.compact(group).catch((error: unknown) => {
          expect(error).toMatchObject({ name: 'StorageError', isPassing: true })
        })
        disk.heal()
        expect(contentOf((await log.load(group)).updates)).toEqual(doc.getMap('m').toJSON())
      }
      await log.compact(group)
      expect((await log.load(group)).updates).toHaveLength(1)
    })

    test('everything is there again when it is opened anew', async () => {
      const logs = await open()
      const group = newId<GroupId>()
      const { doc, next } = writer()
      await logs.updateLog.append([{ ...entry(group, next(1)), newClients: [[1, jana]] }])
      await logs.updateLog.compact(group)
      await logs.updateLog.append([entry(group, next(2))])
      const kept = version(group)
      await logs.updateLog.saveVersion(kept)
      const { updateLog: log } = await logs.reopened()
      const { updates, clients } = await log.load(group)
      expect(contentOf(updates)).toEqual(doc.getMap('m').toJSON())
      expect([...clients]).toEqual([[1, jana]])
      expect([...(await log.version(group, kept.id))!.state]).toEqual([1, 2, 3])
    })

    test('of two who write at once nothing is lost, each in their own order', async () => {
      const logs = await open()
      const writers = [logs.updateLog, (await logs.beside()).updateLog]
      const group = newId<GroupId>()
      const numbers = Array.from({ length: 30 }, (_, n) => n)
      await Promise.all(
        writers.flatMap((log, at) => numbers.map((n) => log.append([entry(group, bytes(at, n))]))),
      )
      const { updates } = await writers[0]!.load(group)
      for (const at of [0, 1]) {
        expect(updates.filter(([by]) => by === at).map(([, n]) => n)).toEqual(numbers)
      }
      expect(updates).toHaveLength(60)
    })

    test('of two who bind a client id at once both are told the same', async () => {
      const logs = await open()
      const writers = [logs.updateLog, (await logs.beside()).updateLog]
      const group = newId<GroupId>()
      const bindings = (memberId: MemberId) =>
        Array.from({ length: 20 }, (_, clientId) => ({ groupId: group, clientId, memberId }))
      const [one, other] = await Promise.all([
        writers[0]!.bindClients(bindings(jana)),
        writers[1]!.bindClients(bindings(tom)),
      ])
      expect(one).toEqual(other)
      expect([...(await writers[0]!.load(group)).clients.values()]).toEqual(one)
    })
  })
}
