import type { AssetId, GroupId } from '#shared/base/ids.ts'
import { StorageError } from '#server/base/storage-error.ts'
import type { Asset, AssetContent, AssetStore, StoredAsset } from '#server/ports/asset-store.ts'
import { MemoryDisk } from './disk.ts'

interface Kept {
  asset: Asset
  pieces: Uint8Array[]
}

/** Images in memory, for tests, in the pieces they came in. */
export class MemoryAssetStore implements AssetStore {
  readonly #kept = new Map<AssetId, Kept>()
  readonly #disk: MemoryDisk

  constructor(disk = new MemoryDisk()) {
    this.#disk = disk
  }

  async add(asset: Asset, content: AssetContent) {
    const pieces: Uint8Array[] = []
    for await (const piece of content) pieces.push(piece.slice())
    const bytes = pieces.reduce((sum, { length }) => sum + length, 0)
    if (bytes !== asset.sizeBytes) throw new Error(`an image of ${asset.sizeBytes} bytes has ${bytes}`)
    if (this.#kept.has(asset.id)) throw new StorageError('conflict', 'there is an image with this id')
    this.#disk.write()
    this.#kept.set(asset.id, { asset: { ...asset }, pieces })
  }

  async asset(groupId: GroupId, id: AssetId): Promise<StoredAsset | null> {
    const kept = this.#kept.get(id)
    if (kept?.asset.groupId !== groupId) return null
    async function* content() {
      for (const piece of kept!.pieces) yield piece.slice()
    }
    return { ...kept.asset, content }
  }

  async assetIds(groupId: GroupId) {
    return this.#of(groupId)
      .sort((a, b) => a.createdAt - b.createdAt)
      .map(({ id }) => id)
  }

  async remove(groupId: GroupId, id: AssetId) {
    if (this.#kept.get(id)?.asset.groupId !== groupId) return
    this.#disk.write()
    this.#kept.delete(id)
  }

  async use(groupId: GroupId) {
    const own = this.#of(groupId)
    return { count: own.length, bytes: own.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) }
  }

  async sweepUnfinished() {
    return 0
  }

  #of(groupId: GroupId): Asset[] {
    return [...this.#kept.values()].flatMap(({ asset }) => (asset.groupId === groupId ? asset : []))
  }
}
