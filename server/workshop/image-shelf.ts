import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { GroupId, WorkshopId } from '#shared/base/ids.ts'
import type { Asset, AssetContent, AssetStore, AssetUse } from '#server/ports/asset-store.ts'
import type { PeopleStore } from '#server/ports/people-store.ts'

const groupQuota: AssetUse = { bytes: limits.maxImageBytesPerGroup, count: limits.maxImagesPerGroup }
const workshopQuota: AssetUse = { bytes: limits.maxImageBytesPerWorkshop, count: limits.maxImagesPerWorkshop }

/**
 * Where uploaded images are put. A group and a workshop have so much space, so that nobody fills the disk and a backup
 * stays something that can be carried. One image after the other, so that many at once do not pass together.
 */
export class ImageShelf {
  readonly #assets: AssetStore
  readonly #people: PeopleStore
  #last: Promise<unknown> = Promise.resolve()

  constructor(assets: AssetStore, people: PeopleStore) {
    this.#assets = assets
    this.#people = people
  }

  /** Answers how many bytes more may come into this group. @throws Problem images_full */
  add(workshopId: WorkshopId, asset: Asset, content: AssetContent): Promise<number> {
    const added = this.#last.then(() => this.#add(workshopId, asset, content))
    this.#last = added.catch(() => undefined)
    return added
  }

  /** Asked before an image is even read, and again when it is put there. @throws Problem images_full */
  async requireSpace(workshopId: WorkshopId, groupId: GroupId, sizeBytes: number): Promise<void> {
    await this.#spaceFor(workshopId, groupId, sizeBytes)
  }

  async #add(workshopId: WorkshopId, asset: Asset, content: AssetContent): Promise<number> {
    const leftBytes = await this.#spaceFor(workshopId, asset.groupId, asset.sizeBytes)
    await this.#assets.add(asset, content)
    return leftBytes
  }

  /** What is left besides. */
  async #spaceFor(workshopId: WorkshopId, groupId: GroupId, sizeBytes: number): Promise<number> {
    const use = await this.#use(workshopId, groupId)
    const inGroup = left(groupQuota, use.group, sizeBytes)
    const inWorkshop = left(workshopQuota, use.workshop, sizeBytes)
    if (inGroup < 0) throw new Problem('images_full', 'group', { mb: groupQuota.bytes / MB })
    if (inWorkshop < 0) throw new Problem('images_full', 'workshop', { mb: workshopQuota.bytes / MB })
    return Math.min(inGroup, inWorkshop)
  }

  async #use(workshopId: WorkshopId, groupId: GroupId): Promise<{ group: AssetUse; workshop: AssetUse }> {
    const all: AssetUse = { bytes: 0, count: 0 }
    let group = all
    for (const { id } of await this.#people.groups(workshopId)) {
      const use = await this.#assets.use(id)
      if (id === groupId) group = use
      all.bytes += use.bytes
      all.count += use.count
    }
    return { group, workshop: all }
  }
}

const MB = 1024 * 1024

/** Bytes that are left after one more of this size; negative where it does not fit. */
function left(quota: AssetUse, use: AssetUse, size: number): number {
  return use.count >= quota.count ? -1 : quota.bytes - use.bytes - size
}
