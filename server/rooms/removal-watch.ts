import type { GroupId, MemberId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { Removed } from './taken-away.ts'

interface Sum {
  records: number
  letters: number
  readonly entries: Set<string>
  since: number
}

const WINDOW_MS = limits.removalWindowMinutes * 60_000
/** What all in a room may take away together until a version is kept again, in times of what one person may. */
const TIMES_OF_ALL = 5
/** Who took something away, and where; more than can be in all rooms at once, then the oldest is forgotten. */
const MAX_SUMS = 10_000

/**
 * How much is taken away in a room, in whatever steps: a table is wiped as well card by card, by emptying every text, by
 * throwing cards off the sheet, out of their clusters or into another kind. Counted for each person over some minutes,
 * and for all together, for as long as it takes: whoever goes slowly, or with others, has one version of what there was.
 * Everyday work rarely comes near: who rewrites a text deletes some hundred letters, who sorts moves some dozen cards.
 */
export class RemovalWatch {
  readonly #sums = new Map<string, Sum>()

  /** Adds to the sums; true when it has become much with this, which is the moment to keep what there was before. */
  isMuch(groupId: GroupId, memberId: MemberId, removed: Removed, nowMs: number): boolean {
    const own = `${groupId} ${memberId}`
    const isMuchOfOne = this.#add(own, removed, nowMs, WINDOW_MS, 1)
    const isMuchOfAll = this.#add(groupId, removed, nowMs, Infinity, TIMES_OF_ALL)
    if (!isMuchOfOne && !isMuchOfAll) return false
    this.#sums.delete(own)
    this.#sums.delete(groupId)
    return true
  }

  #add(key: string, removed: Removed, nowMs: number, windowMs: number, times: number): boolean {
    const known = this.#sums.get(key)
    const isOver = known === undefined || nowMs - known.since >= windowMs
    const sum: Sum = isOver ? { records: 0, letters: 0, entries: new Set(), since: nowMs } : known
    sum.records += removed.records
    sum.letters += removed.letters
    for (const entry of removed.entries) sum.entries.add(entry)
    this.#remember(key, sum)
    return (
      sum.records >= times * limits.removedRecordsWorthAVersion ||
      sum.letters >= times * limits.removedLettersWorthAVersion ||
      sum.entries.size >= times * limits.changedEntriesWorthAVersion
    )
  }

  #remember(key: string, sum: Sum): void {
    this.#sums.delete(key)
    this.#sums.set(key, sum)
    if (this.#sums.size > MAX_SUMS) this.#sums.delete(this.#sums.keys().next().value!)
  }
}
