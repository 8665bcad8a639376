import { limits } from '#shared/base/limits.ts'
import type { Clock } from '#server/ports/clock.ts'
import { hashOf, newToken } from './secrets.ts'

/** What the rest of the server asks; promises, because another implementation keeps the hash with the people. */
export type SetUpLinks = Pick<SetUpLink, 'issue' | 'redeem' | 'counts'>

/**
 * The one way into a new installation: printed where only the operator reads. Lives in memory only, so every start
 * without an account prints a new one and the earlier ones are void.
 */
export class SetUpLink {
  readonly #clock: Clock
  #open: { hash: string; expiresAt: number } | null = null

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Makes the earlier token void. */
  async issue(): Promise<string> {
    const token = newToken()
    const expiresAt = this.#clock.now() + limits.setupLinkHours * 60 * 60 * 1000
    this.#open = { hash: hashOf(token), expiresAt }
    return token
  }

  /** True once for the right token in time; two people using it at once do not both get in. */
  async redeem(token: string): Promise<boolean> {
    if (!this.#isOpenTo(token)) return false
    this.#open = null
    return true
  }

  /** Whether the token would let somebody in. Uses nothing up. */
  async counts(token: string): Promise<boolean> {
    return this.#isOpenTo(token)
  }

  #isOpenTo(token: string): boolean {
    const open = this.#open
    return open !== null && open.expiresAt > this.#clock.now() && open.hash === hashOf(token)
  }
}
