import { isIPv6 } from 'node:net'
import type { Clock } from '#server/ports/clock.ts'

const HOUR_MS = 60 * 60_000
const DAY_MS = 24 * HOUR_MS
/** From one address, about one solution, and mails to one mailbox. */
const PER_ADDRESS_AND_HOUR = 5
const PER_SOLUTION_AND_DAY = 40
const PER_MAILBOX_AND_DAY = 3
const SWEEP_ABOVE = 5_000

/**
 * How often interest may be sent from one address and about one solution: a fair share of a moderator's patience. Whoever
 * sends from many addresses still cannot fill somebody's mailbox in our name.
 */
export class InterestPace {
  readonly #clock: Clock
  readonly #sent = new Map<string, number[]>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Seconds to wait where it is too much; 0: it is let in, and counts. @param mailbox null: no mail is sent */
  secondsToWait(address: string, solution: string, mailbox: string | null): number {
    const now = this.#clock.now()
    if (this.#sent.size > SWEEP_ABOVE) this.#sweep(now)
    const bounds = [
      { key: `from ${networkOf(address)}`, most: PER_ADDRESS_AND_HOUR, ms: HOUR_MS },
      { key: `about ${solution}`, most: PER_SOLUTION_AND_DAY, ms: DAY_MS },
      ...(mailbox === null
        ? []
        : [{ key: `to ${mailbox.toLowerCase()}`, most: PER_MAILBOX_AND_DAY, ms: DAY_MS }]),
    ].map((bound) => ({ ...bound, sent: this.#since(bound.key, now - bound.ms) }))
    const openAt = bounds.map(({ sent, most, ms }) => (sent.length < most ? now : sent.at(-most)! + ms))
    const seconds = Math.ceil((Math.max(...openAt) - now) / 1000)
    if (seconds === 0) for (const { key, sent } of bounds) this.#sent.set(key, [...sent, now])
    return seconds
  }

  #since(key: string, from: number): number[] {
    return (this.#sent.get(key) ?? []).filter((at) => at > from)
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
