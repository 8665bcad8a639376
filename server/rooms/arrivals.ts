import { limits } from '#shared/base/limits.ts'
import type { Admitted } from './admitted.ts'

/** Those who are on their way into rooms, by room and member. */
export class Arrivals {
  readonly #arriving = new Map<string, number>()

  /**
   * Counts who comes before anything is waited for: two hundred who come at once must not all be let in by a count that
   * none of them is in yet. Null when the member has as many connections as there may be; else to be called once inside.
   * @param inside how many connections of the member are in the room already
   */
  begin({ group, member }: Admitted, inside: number): (() => void) | null {
    const key = `${group.id} ${member.id}`
    const arriving = this.#arriving.get(key) ?? 0
    if (inside + arriving >= limits.connectionsPerMember) return null
    this.#arriving.set(key, arriving + 1)
    return () => {
      const others = this.#arriving.get(key)! - 1
      if (others > 0) this.#arriving.set(key, others)
      else this.#arriving.delete(key)
    }
  }
}
