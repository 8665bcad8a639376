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
/** Rooms in which something was taken away; more than are open at once, then the one counted longest is forgotten. */
const MAX_ROOMS = 1_000

interface Room {
  all: Sum
  readonly of: Map<MemberId, Sum>
}

/**
 * How much is taken away in a room, in whatever steps: a table is wiped as well card by card, by emptying every text, by
 * throwing cards off the sheet, out of their clusters or into another kind. Counted for each person over some minutes,
 * and for all together, for as long as it takes: whoever goes slowly, or with others, has one version of what there was.
 * Everyday work rarely comes near: who rewrites a text deletes some hundred letters, who sorts moves some dozen cards.
 */
export class RemovalWatch {
  readonly #rooms = new Map<GroupId, Room>()

  /** Adds to the sums; true when it has become much with this, which is the moment to keep what there was before. */
  isMuch(groupId: GroupId, memberId: MemberId, removed: Removed, nowMs: number): boolean {
    const room = this.#roomOf(groupId, nowMs)
    const known = room.of.get(memberId)
    const own = known && nowMs - known.since < WINDOW_MS ? known : begun(nowMs)
    if (own !== known) room.of.set(memberId, own)
    add(own, removed)
    add(room.all, removed)
    if (!isReached(own, 1) && !isReached(room.all, TIMES_OF_ALL)) return false
    room.of.delete(memberId)
    room.all = begun(nowMs)
    return true
  }

  #roomOf(groupId: GroupId, nowMs: number): Room {
    const known = this.#rooms.get(groupId)
    if (known) return known
    if (this.#rooms.size >= MAX_ROOMS) this.#rooms.delete(this.#rooms.keys().next().value!)
    const room: Room = { all: begun(nowMs), of: new Map() }
    this.#rooms.set(groupId, room)
    return room
  }
}

const begun = (nowMs: number): Sum => ({ records: 0, letters: 0, entries: new Set(), since: nowMs })

function add(sum: Sum, { records, letters, entries }: Removed): void {
  sum.records += records
  sum.letters += letters
  for (const entry of entries) sum.entries.add(entry)
}

const isReached = ({ records, letters, entries }: Sum, times: number): boolean =>
  records >= times * limits.removedRecordsWorthAVersion ||
  letters >= times * limits.removedLettersWorthAVersion ||
  entries.size >= times * limits.changedEntriesWorthAVersion
