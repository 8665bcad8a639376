import type { AssetId, GroupId } from '#shared/base/ids.ts'
import type { Asset, AssetStore } from '#server/ports/asset-store.ts'

/** Images in memory, for tests. */
export class MemoryAssetStore implements AssetStore {
  readonly #assets = new Map<AssetId, Asset>()

  async add(asset: Asset) {
    if (this.#assets.has(asset.id)) throw new Error('there is an asset with this id')
    this.#assets.set(asset.id, structuredClone(asset))
  }

  async asset(groupId: GroupId, id: AssetId) {
    const asset = this.#assets.get(id)
    return asset?.groupId === groupId ? structuredClone(asset) : null
  }

  async assetIds(groupId: GroupId) {
    return [...this.#assets.values()]
      .filter((asset) => asset.groupId === groupId)
      .sort((a, b) => a.createdAt - b.createdAt)
      .map(({ id }) => id)
  }

  async use(groupId: GroupId) {
    const own = [...this.#assets.values()].filter((asset) => asset.groupId === groupId)
    return { count: own.length, bytes: own.reduce((sum, { bytes }) => sum + bytes.length, 0) }
  }
}
