import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Clock } from '#server/ports/clock.ts'

/** Sooner than this nobody has read the form. */
const SOONEST_MS = 4_000
const LATEST_MS = 12 * 60 * 60_000

/**
 * Says when a form was shown, so that what fills in forms by itself is told from people without a script. The key lives as
 * long as the process; who had the form open over a restart sends it again.
 */
export class FormStamps {
  readonly #key = randomBytes(32)
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** @param about what the form is for; a stamp counts for nothing else */
  stamp(about: string): string {
    const at = this.#clock.now()
    return `${at}.${this.#sign(about, at)}`
  }

  /** How the stamp stands now. */
  read(about: string, stamp: string): 'fits' | 'tooSoon' | 'outdated' {
    const [time = '', signature = ''] = stamp.split('.')
    const at = Number(time)
    const expected = Buffer.from(this.#sign(about, at))
    const given = Buffer.from(signature)
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) return 'outdated'
    const age = this.#clock.now() - at
    if (age > LATEST_MS) return 'outdated'
    return age < SOONEST_MS ? 'tooSoon' : 'fits'
  }

  #sign(about: string, at: number): string {
    return createHmac('sha256', this.#key).update(`${at} ${about}`).digest('base64url')
  }
}
