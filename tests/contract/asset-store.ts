import { describe, expect, it } from 'vitest'
import { newId, type AssetId, type GroupId, type MemberId } from '#shared/base/ids.ts'
import type { Asset, AssetStore } from '#server/ports/asset-store.ts'
import { whereverItFails, type TestDisk } from './disk.ts'

interface Ground {
  store: AssetStore
  groupIds: [GroupId, GroupId]
  memberId: MemberId
  disk: TestDisk
  /** Closes it and opens what it left, as after a restart. */
  reopened(): Promise<AssetStore>
  /** A second writer on the same storage. */
  beside(): Promise<AssetStore>
}

const MB = 1024 * 1024
const bytes = new Uint8Array([0, 1, 254, 255])

/** A picture of so many bytes that no two parts of are alike. */
function large(length: number): Buffer {
  const content = Buffer.alloc(length)
  for (let at = 0; at + 4 <= length; at += 4) content.writeUInt32LE(at, at)
  return content
}

async function contentOf(store: AssetStore, { groupId, id }: Asset): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  const stored = await store.asset(groupId, id)
  for await (const piece of stored!.content()) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** What every asset store must do. `open` answers with a store, two groups and a member that exist. */
export function describeAssetStore(name: string, open: () => Promise<Ground>): void {
  describe(`asset store: ${name}`, () => {
    const image = ({ groupIds, memberId }: Ground, createdAt: number, sizeBytes = bytes.length): Asset => ({
      id: newId<AssetId>(),
      groupId: groupIds[0],
      mediaType: 'image/png',
      sizeBytes,
      createdAt,
      createdBy: memberId,
    })

    it('gives back the very bytes, in the group they belong to only', async () => {
      const ground = await open()
      const picture = image(ground, 1)
      await ground.store.add(picture, [bytes])
      expect(await ground.store.asset(picture.groupId, picture.id)).toMatchObject(picture)
      expect([...(await contentOf(ground.store, picture))]).toEqual([0, 1, 254, 255])
      expect(await ground.store.asset(ground.groupIds[1], picture.id)).toBeNull()
    })

    it.each([0, 1, MB / 2 - 1, MB / 2, MB / 2 + 1, MB, 3 * MB + 7])(
      'gives back %i bytes, whatever pieces they came in, as often as it is asked',
      async (length) => {
        const ground = await open()
        const whole = large(length)
        for (const partBytes of [100_003, MB / 2, 2 * MB]) {
          const parts = Array.from({ length: Math.ceil(length / partBytes) }, (_, n) =>
            whole.subarray(n * partBytes, (n + 1) * partBytes),
          )
          const picture = image(ground, 1, length)
          await ground.store.add(picture, parts)
          for (let time = 0; time < 2; time++) {
            expect((await contentOf(ground.store, picture)).equals(whole)).toBe(true)
          }
        }
      },
    )

    it('reads on demand, and lets go when nobody reads on', async () => {
      const ground = await open()
      const picture = image(ground, 1, 3 * MB)
      await ground.store.add(picture, [large(3 * MB)])
      const stored = (await ground.store.asset(picture.groupId, picture.id))!
      for await (const piece of stored.content()) {
        expect(piece.length).toBeGreaterThan(0)
        break
      }
      await ground.store.add(image(ground, 2), [bytes])
      expect((await ground.store.use(picture.groupId)).count).toBe(2)
    })

    it('shows nothing of an image before all of it is there, and serves others meanwhile', async () => {
      const ground = await open()
      const { store } = ground
      const [slow, quick] = [image(ground, 1, 2 * MB), image(ground, 2)]
      async function* content() {
        yield large(2 * MB).subarray(0, MB)
        await store.add(quick, [bytes])
        expect(await store.asset(slow.groupId, slow.id)).toBeNull()
        expect(await store.assetIds(slow.groupId)).toEqual([quick.id])
        expect(await store.use(slow.groupId)).toEqual({ count: 1, bytes: 4 })
        yield large(2 * MB).subarray(MB)
      }
      await store.add(slow, content())
      expect(await store.assetIds(slow.groupId)).toEqual([slow.id, quick.id])
      expect((await contentOf(store, slow)).equals(large(2 * MB))).toBe(true)
    })

    it.each([
      ['breaks off', 4 * MB, 'hung up'],
      ['is shorter than announced', 9 * MB, 'bytes'],
      ['is longer than announced', 5, 'bytes'],
    ])('keeps nothing of an image whose content %s', async (_, sizeBytes, reason) => {
      const ground = await open()
      const picture = image(ground, 1, sizeBytes)
      async function* content() {
        yield large(2 * MB)
        if (reason === 'hung up') throw new Error(reason)
      }
      await expect(ground.store.add(picture, content())).rejects.toThrow(reason)
      expect(await ground.store.asset(picture.groupId, picture.id)).toBeNull()
      expect(await ground.store.use(picture.groupId)).toEqual({ count: 0, bytes: 0 })
      await ground.store.add({ ...picture, sizeBytes: 4 }, [bytes])
      expect([...(await contentOf(ground.store, picture))]).toEqual([...bytes])
    })

    it('lists what a group has, oldest first', async () => {
      const ground = await open()
      const [newer, older] = [image(ground, 2), image(ground, 1)]
      await ground.store.add(newer, [bytes])
      await ground.store.add(older, [bytes])
      expect(await ground.store.assetIds(ground.groupIds[0])).toEqual([older.id, newer.id])
      expect(await ground.store.assetIds(ground.groupIds[1])).toEqual([])
    })

    it('removes an image of the group that it belongs to, as often as it is asked, and no other', async () => {
      const ground = await open()
      const [gone, stays] = [image(ground, 1, 2 * MB), image(ground, 2)]
      await ground.store.add(gone, [large(2 * MB)])
      await ground.store.add(stays, [bytes])
      await ground.store.remove(ground.groupIds[1], gone.id)
      expect(await ground.store.assetIds(gone.groupId)).toEqual([gone.id, stays.id])
      await ground.store.remove(gone.groupId, gone.id)
      await ground.store.remove(gone.groupId, gone.id)
      expect(await ground.store.asset(gone.groupId, gone.id)).toBeNull()
      expect(await ground.store.use(gone.groupId)).toEqual({ count: 1, bytes: 4 })
      expect(await (await ground.reopened()).assetIds(gone.groupId)).toEqual([stays.id])
    })

    it('knows how much a group has', async () => {
      const ground = await open()
      await ground.store.add(image(ground, 1), [bytes])
      await ground.store.add(image(ground, 2), [bytes])
      expect(await ground.store.use(ground.groupIds[0])).toEqual({ count: 2, bytes: 8 })
      expect(await ground.store.use(ground.groupIds[1])).toEqual({ count: 0, bytes: 0 })
    })

    it('refuses to replace an image, and the first stays', async () => {
      const ground = await open()
      const picture = image(ground, 1)
      await ground.store.add(picture, [bytes])
      const again = ground.store.add({ ...picture, sizeBytes: 2 * MB }, [large(2 * MB)])
      await expect(again).rejects.toMatchObject({ name: 'StorageError', fault: 'conflict' })
      expect([...(await contentOf(ground.store, picture))]).toEqual([...bytes])
    })

    it('keeps nothing of an image that the disk refuses, wherever, and takes it afterwards', async () => {
      const ground = await open()
      const { store, disk } = ground
      const picture = image(ground, 1, 2 * MB)
      await whereverItFails(
        disk,
        () => store.add(picture, [large(2 * MB)]),
        async () => [await store.assetIds(picture.groupId), await store.use(picture.groupId)],
      )
      expect((await contentOf(store, picture)).equals(large(2 * MB))).toBe(true)
    })

    it('has all images again after a restart, and nothing to sweep away', async () => {
      const ground = await open()
      const picture = image(ground, 1, MB)
      await ground.store.add(picture, [large(MB)])
      const again = await ground.reopened()
      expect(await again.sweepUnfinished()).toBe(0)
      expect(await again.assetIds(picture.groupId)).toEqual([picture.id])
      expect((await contentOf(again, picture)).equals(large(MB))).toBe(true)
    })

    it('of two who add under one id takes the one, whole, and refuses the other', async () => {
      const ground = await open()
      const stores = [ground.store, await ground.beside()] as const
      const pictures = [image(ground, 1, 2 * MB), image(ground, 2, 2 * MB)] as const
      const asOne = { ...pictures[1], id: pictures[0].id }
      const answers = await Promise.allSettled([
        stores[0].add(pictures[0], [Buffer.alloc(2 * MB, 1)]),
        stores[1].add(asOne, [Buffer.alloc(2 * MB, 2)]),
      ])
      const winner = answers.findIndex(({ status }) => status === 'fulfilled')
      const [refusal] = answers.filter(({ status }) => status === 'rejected')
      expect(refusal).toMatchObject({ reason: { name: 'StorageError', fault: 'conflict' } })
      const content = await contentOf(stores[1], pictures[0])
      expect(content.equals(Buffer.alloc(2 * MB, winner + 1))).toBe(true)
      expect((await stores[0].use(asOne.groupId)).count).toBe(1)
    })
  })
}
