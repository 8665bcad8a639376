import type { MemberId } from '#shared/base/ids.ts'
import type { ClientBinding, UpdateLog } from '#server/ports/update-log.ts'

interface Claim {
  binding: ClientBinding
  resolve: (holder: MemberId) => void
  reject: (error: unknown) => void
}

/**
 * Makes claims on client ids durable, those that come while one transaction runs together in the next: 400 people who
 * come back after a restart cost a handful of syncs to disk, not 400.
 */
export class ClientClaims {
  readonly #updateLog: UpdateLog
  #waiting: Claim[] = []
  #isBusy = false

  constructor(updateLog: UpdateLog) {
    this.#updateLog = updateLog
  }

  /** Who holds the id, once that is durable. */
  bind(binding: ClientBinding): Promise<MemberId> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ binding, resolve, reject })
      if (!this.#isBusy) void this.#work()
    })
  }

  async #work(): Promise<void> {
    this.#isBusy = true
    while (this.#waiting.length > 0) {
      const claims = this.#waiting
      this.#waiting = []
      await this.#settle(claims)
    }
    this.#isBusy = false
  }

  async #settle(claims: Claim[]): Promise<void> {
    try {
      const holders = await this.#updateLog.bindClients(claims.map(({ binding }) => binding))
      for (const [at, { resolve }] of claims.entries()) resolve(holders[at]!)
    } catch (error) {
      for (const { reject } of claims) reject(error)
    }
  }
}
