import type { InterestId, WorkshopId } from '#shared/base/ids.ts'
import type { Interest, InterestStore } from '#server/ports/interest-store.ts'
import { MemoryDisk } from './disk.ts'

/** Interest in memory: for tests. Hands out copies only. */
export class MemoryInterestStore implements InterestStore {
  readonly #interests = new Map<InterestId, Interest>()
  /** What would confirm those that wait for it. */
  readonly #waiting = new Map<InterestId, string>()
  readonly #disk: MemoryDisk

  constructor(disk = new MemoryDisk()) {
    this.#disk = disk
  }

  async interestsOf(workshopId: WorkshopId) {
    const own = this.#of(workshopId).filter(({ id }) => !this.#waiting.has(id))
    return structuredClone(own.sort((a, b) => a.sentAt - b.sentAt || (a.id < b.id ? -1 : 1)))
  }

  async add(interest: Interest, secretHash: string | null, max: number) {
    if (this.#of(interest.workshopId).length >= max) return false
    this.#disk.write()
    this.#interests.set(interest.id, structuredClone(interest))
    if (secretHash !== null) this.#waiting.set(interest.id, secretHash)
    return true
  }

  async confirm(secretHash: string, at: number) {
    const [id] = [...this.#waiting].find(([, hash]) => hash === secretHash) ?? []
    const interest = id && this.#interests.get(id)
    if (!interest) return false
    this.#disk.write()
    this.#waiting.delete(interest.id)
    this.#interests.set(interest.id, { ...interest, confirmedAt: at })
    return true
  }

  async take(workshopId: WorkshopId, id: InterestId) {
    const interest = this.#interests.get(id)
    if (interest?.workshopId !== workshopId) return null
    this.#disk.write()
    this.#interests.delete(id)
    this.#waiting.delete(id)
    return structuredClone(interest)
  }

  async sweep(before: number, waitingBefore: number) {
    const old = [...this.#interests.values()].filter(
      ({ id, sentAt }) => sentAt < before || (this.#waiting.has(id) && sentAt < waitingBefore),
    )
    if (old.length > 0) this.#disk.write()
    for (const { id } of old) {
      this.#interests.delete(id)
      this.#waiting.delete(id)
    }
    return old.length
  }

  #of(workshopId: WorkshopId): Interest[] {
    return [...this.#interests.values()].filter((one) => one.workshopId === workshopId)
  }
}
