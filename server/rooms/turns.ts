import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Person } from './room-service.ts'
import { ThreadTime } from './thread-time.ts'

interface Waiting {
  act: () => void
  expectedMs: number
}

interface Turn {
  time: ThreadTime
  /** Requests that wait to be let in. */
  requests: number
  /** Whether what the thread does is billed already until it is free. */
  isMeasured: boolean
  /** Longer work, one after the other. */
  lined: number
  last: Promise<unknown>
  waiting: Waiting[]
  /** What the waiting ones are expected to cost. */
  expectedMs: number
}

/** What a frame costs at least, and the dearest bytes there are: the smallest entries that a map can have. */
const EXPECTED_MS_PER_FRAME = 0.05
const EXPECTED_MS_PER_BYTE = 0.001
/** Requests of one person that wait for each other. */
const MAX_LINED = 5
/** Requests of one person that wait for time: more than a page with all its pictures asks for at once. */
const MAX_REQUESTS = 100
/** More people than are in all rooms at once; then those who owe nothing are forgotten. */
const MAX_KNOWN = 10_000

/**
 * Whose turn it is on the rooms' thread. Sizes and rates bound what a person sends; this bounds what it costs, whatever
 * it is: questions that always differ, the dearest updates, commands, ballots, drafts and requests (docs/decisions/0049). Invariants (cited by tests):
 * 1. Work is billed by what it took, to the person and not to the connection: more tabs bring no more time.
 * 2. Who has no time left waits, in order; everybody else goes on.
 * 3. Who would have to wait ten times as long as they may save up for is refused.
 * 4. Who waits for nobody costs no timer.
 */
export class Turns {
  readonly #clock: Clock
  readonly #measure: () => number
  readonly #whenFree: (act: () => void) => void
  readonly #turns = new Map<Person, Turn>()

  /** @param whenFree calls back when everything that can go on without waiting has gone on */
  constructor(
    clock: Clock,
    measure: () => number = () => performance.now(),
    whenFree: (act: () => void) => void = setImmediate,
  ) {
    this.#clock = clock
    this.#measure = measure
    this.#whenFree = whenFree
  }

  /** Does it now or once there is time; false when that would be too long. */
  take(person: Person, bytes: number, act: () => void): boolean {
    const turn = this.#turnOf(person)
    const nowMs = this.#clock.now()
    if (turn.waiting.length === 0 && turn.time.waitMs(nowMs) === 0) {
      this.#work(turn, act, nowMs)
      return true
    }
    const expectedMs = EXPECTED_MS_PER_FRAME + bytes * EXPECTED_MS_PER_BYTE
    if (turn.time.overdrawnMs + turn.expectedMs + expectedMs > limits.threadMsRefused) return false
    turn.waiting.push({ act, expectedMs })
    turn.expectedMs += expectedMs
    if (turn.waiting.length === 1) this.#wait(turn)
    return true
  }

  /**
   * Does longer work, which goes on in other threads as well, one piece after the other; billed by how long it takes all
   * in all, because others wait for those threads too.
   * @throws Problem rate_limited when too much waits already
   */
  async inTurn<Value>(person: Person, work: () => Promise<Value>): Promise<Value> {
    const turn = this.#turnOf(person)
    if (turn.lined >= MAX_LINED) this.#refuse(turn)
    turn.lined++
    const mine = turn.last.then(() => this.#workLong(turn, work))
    turn.last = mine.catch(() => undefined)
    try {
      return await mine
    } finally {
      turn.lined--
    }
  }

  /**
   * Lets a request of somebody go on once they have time, and bills what it does until the thread is free again, once for
   * all that go on meanwhile: what it waits for after that costs nobody anything, or is billed where it is done.
   * @throws Problem rate_limited when too many of theirs wait already
   */
  async letIn(person: Person): Promise<void> {
    const turn = this.#turnOf(person)
    if (turn.requests >= MAX_REQUESTS) this.#refuse(turn)
    turn.requests++
    try {
      await this.#untilThereIsTime(turn)
    } finally {
      turn.requests--
    }
    if (turn.isMeasured) return
    turn.isMeasured = true
    const startedAt = this.#measure()
    this.#whenFree(() => {
      turn.isMeasured = false
      turn.time.bill(this.#measure() - startedAt, this.#clock.now())
    })
  }

  /** Says how long it takes until there is time again: programs wait by that. */
  #refuse({ time }: Turn): never {
    const seconds = Math.max(1, Math.ceil(time.waitMs(this.#clock.now()) / 1_000))
    throw new Problem('rate_limited', 'too much of one person waits', { seconds })
  }

  async #untilThereIsTime({ time }: Turn): Promise<void> {
    for (let waitMs = time.waitMs(this.#clock.now()); waitMs > 0; waitMs = time.waitMs(this.#clock.now()))
      await new Promise<void>((resolve) => this.#clock.after(waitMs, resolve))
  }

  async #workLong<Value>(turn: Turn, work: () => Promise<Value>): Promise<Value> {
    await this.#untilThereIsTime(turn)
    const { time } = turn
    const startedAt = this.#measure()
    try {
      return await work()
    } finally {
      time.bill(this.#measure() - startedAt, this.#clock.now())
    }
  }

  #wait(turn: Turn): void {
    this.#clock.after(Math.max(1, turn.time.waitMs(this.#clock.now())), () => this.#goOn(turn))
  }

  #goOn(turn: Turn): void {
    for (let nowMs = this.#clock.now(); turn.waiting.length > 0; nowMs = this.#clock.now()) {
      if (turn.time.waitMs(nowMs) > 0) break
      const { act, expectedMs } = turn.waiting.shift()!
      turn.expectedMs -= expectedMs
      this.#work(turn, act, nowMs)
    }
    if (turn.waiting.length > 0) this.#wait(turn)
  }

  /** A frame is short, and there are many: the time is not asked once more for what it lasted. */
  #work({ time }: Turn, act: () => void, nowMs: number): void {
    const startedAt = this.#measure()
    try {
      act()
    } finally {
      time.bill(this.#measure() - startedAt, nowMs)
    }
  }

  #turnOf(person: Person): Turn {
    const known = this.#turns.get(person)
    if (known) return known
    if (this.#turns.size >= MAX_KNOWN) this.#forgetFresh()
    const turn: Turn = {
      time: new ThreadTime(this.#clock.now()),
      waiting: [],
      expectedMs: 0,
      requests: 0,
      isMeasured: false,
      lined: 0,
      last: Promise.resolve(),
    }
    this.#turns.set(person, turn)
    return turn
  }

  #forgetFresh(): void {
    const now = this.#clock.now()
    for (const [person, { time, waiting, lined, requests }] of this.#turns)
      if (waiting.length + lined + requests === 0 && time.isFresh(now)) this.#turns.delete(person)
  }
}
