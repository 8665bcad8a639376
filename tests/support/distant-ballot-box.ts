import type { MemberId } from '#shared/base/ids.ts'
import { MemoryBallotBox } from '#server/adapters/memory/ballot-box.ts'
import type { BoxId } from '#server/ports/ballot-box.ts'
import type { Clock } from '#server/ports/clock.ts'

/** Ballots on a database in the network: every call takes its time, and each waits for the one before. */
export class DistantBallotBox extends MemoryBallotBox {
  /** Tells the time; without it nothing takes any. */
  clock: Clock | null = null
  readonly #wayMs: number
  #last: Promise<unknown> = Promise.resolve()

  constructor(wayMs: number) {
    super()
    this.#wayMs = wayMs
  }

  #later<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    const answer = this.#last.then(() => this.#way()).then(call)
    this.#last = answer.catch(() => undefined)
    return answer
  }

  #way(): Promise<void> {
    const { clock } = this
    return clock ? new Promise((resolve) => void clock.after(this.#wayMs, resolve)) : Promise.resolve()
  }

  override open(id: BoxId): Promise<void> {
    return this.#later(() => super.open(id))
  }

  override cast(id: BoxId, memberId: MemberId, choice: string): Promise<boolean> {
    return this.#later(() => super.cast(id, memberId, choice))
  }

  override own(id: BoxId, memberId: MemberId): Promise<string | null> {
    return this.#later(() => super.own(id, memberId))
  }

  override turnout(id: BoxId): Promise<number | null> {
    return this.#later(() => super.turnout(id))
  }

  override choices(id: BoxId): Promise<string[] | null> {
    return this.#later(() => super.choices(id))
  }

  override destroy(id: BoxId): Promise<void> {
    return this.#later(() => super.destroy(id))
  }
}
