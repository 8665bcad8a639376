import { describe, expect, test } from 'vitest'
import { newId, type GroupId, type MemberId, type VersionId } from '#shared/base/ids.ts'
import type { StoredVersion, UpdateLog } from '#server/ports/update-log.ts'

/** What every adapter of `UpdateLog` promises. `open` answers a fresh, empty log. */
export function updateLogContract(name: string, open: () => Promise<UpdateLog>): void {
  const bytes = (...values: number[]) => new Uint8Array(values)
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
      expect(stored).toEqual({ updates: [], position: 0, bytesSinceSnapshot: 0, clients: new Map() })
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

    test('a snapshot takes the place of what it covers and keeps what came after', async () => {
      const log = await open()
      const group = newId<GroupId>()
      await log.append([entry(group, bytes(1))])
      const { position } = await log.load(group)
      await log.append([entry(group, bytes(2))])
      await log.compact(group, position, bytes(7, 7))
      const stored = await log.load(group)
      expect(stored.updates.map((update) => [...update])).toEqual([[7, 7], [2]])
      expect(stored.bytesSinceSnapshot).toBe(1)
    })

    test('after compacting everything the position stays, so the next compaction goes on from there', async () => {
      const log = await open()
      const group = newId<GroupId>()
      await log.append([entry(group, bytes(1))])
      const { position } = await log.load(group)
      await log.compact(group, position, bytes(7))
      expect(await log.load(group)).toMatchObject({ position, bytesSinceSnapshot: 0 })
      await log.append([entry(group, bytes(2))])
      expect((await log.load(group)).position).toBeGreaterThan(position)
    })

    test('a snapshot that is older than the present one changes nothing', async () => {
      const log = await open()
      const group = newId<GroupId>()
      await log.append([entry(group, bytes(1))])
      const first = await log.load(group)
      await log.append([entry(group, bytes(2))])
      const second = await log.load(group)
      await log.compact(group, second.position, bytes(8))
      await log.compact(group, first.position, bytes(7))
      expect((await log.load(group)).updates.map((update) => [...update])).toEqual([[8]])
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

    test('a version is found in its own group only', async () => {
      const log = await open()
      const stored = version(newId())
      await log.saveVersion(stored)
      const found = await log.version(stored.groupId, stored.id)
      expect(found && { ...found, state: [...found.state] }).toEqual({ ...stored, state: [1, 2, 3] })
      expect(await log.version(newId(), stored.id)).toBeNull()
    })
  })
}
