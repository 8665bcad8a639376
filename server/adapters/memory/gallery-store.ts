import type { ArtefactId, GroupId, ProfileId, WorkshopId } from '#shared/base/ids.ts'
import type { GalleryStore, PublishedProfile } from '#server/ports/gallery-store.ts'
import { MemoryDisk } from './disk.ts'

/** A gallery in memory: for tests, and the plainest statement of what the port means. Hands out copies only. */
export class MemoryGalleryStore implements GalleryStore {
  readonly #open = new Map<WorkshopId, number>()
  readonly #profiles = new Map<ProfileId, PublishedProfile>()
  readonly #disk: MemoryDisk

  constructor(disk = new MemoryDisk()) {
    this.#disk = disk
  }

  async published() {
    const newestFirst = (a: PublishedProfile, b: PublishedProfile) =>
      b.changedAt - a.changedAt || (a.id < b.id ? 1 : -1)
    return structuredClone([...this.#profiles.values()].sort(newestFirst))
  }

  async profile(id: ProfileId) {
    return structuredClone(this.#profiles.get(id) ?? null)
  }

  async publishedOf(workshopId: WorkshopId) {
    return (await this.published()).filter((one) => one.workshopId === workshopId)
  }

  async openedAt(workshopId: WorkshopId) {
    return this.#open.get(workshopId) ?? null
  }

  async open(workshopId: WorkshopId, at: number) {
    if (this.#open.has(workshopId)) return
    this.#disk.write()
    this.#open.set(workshopId, at)
  }

  async close(workshopId: WorkshopId) {
    this.#disk.write()
    this.#open.delete(workshopId)
    for (const [id, profile] of this.#profiles)
      if (profile.workshopId === workshopId) this.#profiles.delete(id)
  }

  async publish(profile: PublishedProfile, max: number) {
    const before = this.#of(profile.groupId, profile.artefactId)
    const others = (await this.publishedOf(profile.workshopId)).filter(({ id }) => id !== before?.id)
    if (!this.#open.has(profile.workshopId) || others.length >= max) return null
    this.#disk.write()
    const id = before?.id ?? profile.id
    const publishedAt = before?.publishedAt ?? profile.publishedAt
    this.#profiles.set(id, structuredClone({ ...profile, id, publishedAt }))
    return id
  }

  async withdraw(groupId: GroupId, artefactId: ArtefactId) {
    const found = this.#of(groupId, artefactId)
    if (!found) return false
    this.#disk.write()
    return this.#profiles.delete(found.id)
  }

  #of(groupId: GroupId, artefactId: ArtefactId) {
    return [...this.#profiles.values()].find(
      (one) => one.groupId === groupId && one.artefactId === artefactId,
    )
  }
}
