import type { AssetId, GroupId, MemberId } from '#shared/base/ids.ts'
import type { ImageType } from '#shared/base/image-types.ts'

/**
 * Uploaded images, each belonging to one group. Never changed after they were stored.
 * Contract suite: `tests/contract/asset-store.ts`.
 */
export interface AssetStore {
  add(asset: Asset): Promise<void>
  /** Null when there is no such asset in this group. */
  asset(groupId: GroupId, id: AssetId): Promise<Asset | null>
  /** Ids of everything uploaded to a group, oldest first. */
  assetIds(groupId: GroupId): Promise<AssetId[]>
  /** What a group has taken up; costs no reading of images. */
  use(groupId: GroupId): Promise<AssetUse>
}

export interface AssetUse {
  bytes: number
  count: number
}

export interface Asset {
  id: AssetId
  groupId: GroupId
  mediaType: ImageType
  bytes: Uint8Array
  createdAt: number
  createdBy: MemberId
}
