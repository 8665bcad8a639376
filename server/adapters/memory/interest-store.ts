import type { InterestId, WorkshopId } from '#shared/base/ids.ts'
import type { Interest, InterestBounds, InterestStore } from '#server/ports/interest-store.ts'
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

  async add(interest: Interest, secretHash: string | null, most: InterestBounds) {
    const own = this.#of(interest.workshopId)
    const waiting = own.filter(({ id }) => this.#waiting.has(id))
    if (secretHash !== null && waiting.some((one) => isAlike(one, interest))) return 'waiting'
    if (own.length - waiting.length >= most.listed) return 'full'
    if (secretHash !== null && waiting.length >= most.waiting) return 'full'
    this.#disk.write()
    this.#interests.set(interest.id, structuredClone(interest))
    if (secretHash !== null) this.#waiting.set(interest.id, secretHash)
    return 'added'
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

const isAlike = (one: Interest, other: Interest) =>
  one.groupId === other.groupId &&
  one.solution === other.solution &&
  one.facts.email.toLowerCase() === other.facts.email.toLowerCase()
