import { isIPv6 } from 'node:net'
import type { Clock } from '#server/ports/clock.ts'

const HOUR_MS = 60 * 60_000
const DAY_MS = 24 * HOUR_MS
/** From one address, and about one solution. */
const PER_ADDRESS_AND_HOUR = 5
const PER_SOLUTION_AND_DAY = 40
const SWEEP_ABOVE = 5_000

/** How often interest may be sent from one address and about one solution: a fair share of a moderator's patience. */
export class InterestPace {
  readonly #clock: Clock
  readonly #sent = new Map<string, number[]>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Seconds to wait where it is too much; 0: it is let in, and counts. */
  secondsToWait(address: string, solution: string): number {
    const now = this.#clock.now()
    if (this.#sent.size > SWEEP_ABOVE) this.#sweep(now)
    const [byAddress, bySolution] = [`from ${networkOf(address)}`, `about ${solution}`]
    const since = (key: string, ms: number) => (this.#sent.get(key) ?? []).filter((at) => at > now - ms)
    const [own, all] = [since(byAddress, HOUR_MS), since(bySolution, DAY_MS)]
    const openAt = Math.max(
      own.length < PER_ADDRESS_AND_HOUR ? now : own.at(-PER_ADDRESS_AND_HOUR)! + HOUR_MS,
      all.length < PER_SOLUTION_AND_DAY ? now : all.at(-PER_SOLUTION_AND_DAY)! + DAY_MS,
    )
    if (openAt > now) return Math.ceil((openAt - now) / 1000)
    this.#sent.set(byAddress, [...own, now])
    this.#sent.set(bySolution, [...all, now])
    return 0
  }

  #sweep(now: number): void {
    for (const [key, times] of this.#sent) if ((times.at(-1) ?? 0) <= now - DAY_MS) this.#sent.delete(key)
  }
}

/** Whoever has an IPv6 address has a whole /64 of them. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address
  const [head = '', tail] = address.split('%')[0]!.split('::')
  const groups = head === '' ? [] : head.split(':')
  const behind = tail ? tail.split(':').length : 0
  const all =
    tail === undefined ? groups : [...groups, ...Array<string>(8 - groups.length - behind).fill('0')]
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':')
}
