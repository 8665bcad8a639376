import type { Clock } from '#server/ports/clock.ts'
import type { PeopleStore } from '#server/ports/people-store.ts'
import type { RoomMetrics } from '#server/rooms/metrics.ts'

/** How long an answer counts. Whoever watches asks every few seconds; strangers may ask a thousand times a second. */
const freshMs = 1_000

interface Asked {
  at: number
  /** Null: people can be stored. */
  fault: Promise<string | null>
}

/**
 * Whether the installation can serve and store. Asking for it writes, so it is asked at most once a second, however
 * many want to know.
 */
export class Readiness {
  readonly #people: Pick<PeopleStore, 'ping'>
  readonly #metrics: Pick<RoomMetrics, 'storageWritable'>
  readonly #clock: Clock
  #asked: Asked | null = null

  constructor(
    people: Pick<PeopleStore, 'ping'>,
    metrics: Pick<RoomMetrics, 'storageWritable'>,
    clock: Clock,
  ) {
    this.#people = people
    this.#metrics = metrics
    this.#clock = clock
  }

  /** Null while all is well; otherwise why not, for the log. Rooms write to a file of their own, so both are asked. */
  async fault(): Promise<string | null> {
    if (!this.#metrics.storageWritable) return 'changes in rooms cannot be stored'
    const now = this.#clock.now()
    if (!this.#asked || now - this.#asked.at >= freshMs) this.#asked = { at: now, fault: this.#ping() }
    return this.#asked.fault
  }

  async #ping(): Promise<string | null> {
    try {
      await this.#people.ping()
      return null
    } catch (error) {
      return error instanceof Error ? error.message : 'unknown'
    }
  }
}
