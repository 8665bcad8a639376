import type { GroupId, MemberId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { Removed } from './admission.ts'

interface Sum extends Removed {
  since: number
}

const MINUTE_MS = 60_000
/** Who took something away; more than can be in all rooms at once, then the oldest is forgotten. */
const MAX_SUMS = 10_000

/**
 * How much one person takes away in one room within a minute, in whatever steps: a table is wiped as well card by card,
 * or by emptying every text. Groups of cards are moved, not removed, and who rewrites a text deletes some hundred
 * letters a minute.
 */
export class RemovalWatch {
  readonly #sums = new Map<string, Sum>()

  /** Adds to the sum; true when it has become much with this, which is the moment to keep what there was before. */
  isMuch(groupId: GroupId, memberId: MemberId, removed: Removed, nowMs: number): boolean {
    const key = `${groupId} ${memberId}`
    const known = this.#sums.get(key)
    const sum = known && nowMs - known.since < MINUTE_MS ? known : { records: 0, letters: 0, since: nowMs }
    sum.records += removed.records
    sum.letters += removed.letters
    this.#sums.delete(key)
    const isMuch =
      sum.records >= limits.removedRecordsWorthAVersion || sum.letters >= limits.removedLettersWorthAVersion
    if (!isMuch) this.#remember(key, sum)
    return isMuch
  }

  #remember(key: string, sum: Sum): void {
    this.#sums.set(key, sum)
    if (this.#sums.size > MAX_SUMS) this.#sums.delete(this.#sums.keys().next().value!)
  }
}
