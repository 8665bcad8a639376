import type { InviteId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { Clock } from '#server/ports/clock.ts'

const windowMs = 60_000

/** What the rest of the server asks. */
export type JoinPaces = Pick<JoinPace, 'count'>

/**
 * How fast one invitation lets people in. Sixty in a minute is a full hall; whoever plays five hundred people is slow
 * enough to be seen and stopped.
 */
export class JoinPace {
  readonly #clock: Clock
  readonly #joins = new Map<InviteId, number[]>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Counts one more. @throws Problem rate_limited */
  async count(inviteId: InviteId): Promise<void> {
    const now = this.#clock.now()
    for (const [id, joins] of this.#joins) if (joins.at(-1)! <= now - windowMs) this.#joins.delete(id)
    const recent = (this.#joins.get(inviteId) ?? []).filter((at) => at > now - windowMs)
    if (recent.length >= limits.joinsPerInviteAndMinute) {
      const seconds = Math.ceil((recent[0]! + windowMs - now) / 1000)
      throw new Problem('rate_limited', 'too many join by one invitation', { seconds })
    }
    this.#joins.set(inviteId, [...recent, now])
  }
}
