import { describe, expect, it } from 'vitest'
import { newId, type AssetId, type GroupId, type MemberId } from '#shared/base/ids.ts'
import type { Asset, AssetStore } from '#server/ports/asset-store.ts'

interface Ground {
  store: AssetStore
  groupIds: [GroupId, GroupId]
  memberId: MemberId
}

/** What every asset store must do. `open` answers with a store, two groups and a member that exist. */
export function describeAssetStore(name: string, open: () => Promise<Ground>): void {
  describe(`asset store: ${name}`, () => {
    const image = ({ groupIds, memberId }: Ground, createdAt: number): Asset => ({
      id: newId<AssetId>(),
      groupId: groupIds[0],
      mediaType: 'image/png',
      bytes: new Uint8Array([0, 1, 254, 255]),
      createdAt,
      createdBy: memberId,
    })

    it('gives back the very bytes, in the group they belong to only', async () => {
      const ground = await open()
      const picture = image(ground, 1)
      await ground.store.add(picture)
      const stored = await ground.store.asset(picture.groupId, picture.id)
      expect({ ...stored, bytes: [...stored!.bytes] }).toEqual({ ...picture, bytes: [0, 1, 254, 255] })
      expect(await ground.store.asset(ground.groupIds[1], picture.id)).toBeNull()
    })

    it('lists what a group has, oldest first', async () => {
      const ground = await open()
      const [newer, older] = [image(ground, 2), image(ground, 1)]
      await ground.store.add(newer)
      await ground.store.add(older)
      expect(await ground.store.assetIds(ground.groupIds[0])).toEqual([older.id, newer.id])
      expect(await ground.store.assetIds(ground.groupIds[1])).toEqual([])
    })

    it('knows how much a group has', async () => {
      const ground = await open()
      await ground.store.add(image(ground, 1))
      await ground.store.add(image(ground, 2))
      expect(await ground.store.use(ground.groupIds[0])).toEqual({ count: 2, bytes: 8 })
      expect(await ground.store.use(ground.groupIds[1])).toEqual({ count: 0, bytes: 0 })
    })

    it('refuses to replace an image', async () => {
      const ground = await open()
      const picture = image(ground, 1)
      await ground.store.add(picture)
      await expect(ground.store.add(picture)).rejects.toThrow()
    })
  })
}
