import type { GroupId, MemberId } from '#shared/base/ids.ts'

interface Faults {
  count: number
  refusals: number
}

/**
 * Members in whose change something went wrong inside of a room's document. Their replicas still hold the change and
 * offer it again when they come back: it is refused once, so that the browser sets the replica aside, hands its words
 * back and begins anew. After each further fault twice as many are refused.
 */
export class FaultyWriters {
  readonly #faults = new Map<string, Faults>()

  fault(groupId: GroupId, memberId: MemberId): void {
    const count = (this.#faults.get(keyOf(groupId, memberId))?.count ?? 0) + 1
    this.#faults.set(keyOf(groupId, memberId), { count, refusals: 2 ** (count - 1) })
  }

  /** Whether what the member offers now is to be refused. */
  refuses(groupId: GroupId, memberId: MemberId): boolean {
    if (this.#faults.size === 0) return false
    const faults = this.#faults.get(keyOf(groupId, memberId))
    if (!faults || faults.refusals === 0) return false
    faults.refusals--
    return true
  }
}

const keyOf = (groupId: GroupId, memberId: MemberId) => `${groupId} ${memberId}`
