import type { AssetId, GroupId, MemberId } from '#shared/base/ids.ts'
import type { ImageType } from '#shared/base/image-types.ts'

/**
 * Uploaded images, each belonging to one group. Never changed after they were stored. Their bytes come and go piece by
 * piece, so that no store and no reader has to hold a whole one.
 * Contract suite: `tests/contract/asset-store.ts`.
 */
export interface AssetStore {
  /**
   * Takes the content piece by piece. There is no such image for anybody before all of it is durable; when the content
   * throws, or is not as long as announced, nothing of it stays.
   * @throws StorageError `conflict` for an id that is taken, and a group or member that is not there
   */
  add(asset: Asset, content: AssetContent): Promise<void>
  /** Null when there is no such asset in this group. */
  asset(groupId: GroupId, id: AssetId): Promise<StoredAsset | null>
  /** Ids of everything uploaded to a group, oldest first. */
  assetIds(groupId: GroupId): Promise<AssetId[]>
  /** It is nowhere in the files afterwards. Idempotent. */
  remove(groupId: GroupId, id: AssetId): Promise<void>
  /** What a group has taken up; costs no reading of images. */
  use(groupId: GroupId): Promise<AssetUse>
  /** Forgets what a crash left of images that were being added; answers how many. For the start, before anybody adds. */
  sweepUnfinished(): Promise<number>
}

/** Bytes in pieces of any size. Whoever gives a piece does not change it afterwards. */
export type AssetContent = Iterable<Uint8Array> | AsyncIterable<Uint8Array>

export interface AssetUse {
  bytes: number
  count: number
}

export interface Asset {
  id: AssetId
  groupId: GroupId
  mediaType: ImageType
  sizeBytes: number
  createdAt: number
  createdBy: MemberId
}

export interface StoredAsset extends Asset {
  /**
   * The bytes from the beginning, each time it is called. A reader who is slow holds up nobody.
   * @throws StorageError while it is read: `conflict` when the image went meanwhile, `damaged` when a part is missing
   */
  content(): AsyncIterable<Uint8Array>
}
