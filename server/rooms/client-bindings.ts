import type { MemberId } from '#shared/base/ids.ts'

/** Holder of the ids under which the server itself writes (prepared pages, reversals, restores). */
export const SERVER_MEMBER = '00000000-0000-0000-0000-000000000000' as MemberId

/**
 * Which Yjs client id belongs to which member of one room, for ever. Writing under somebody else's id would make
 * replicas differ for good while their state vectors are equal, so an id has one holder, and the first one keeps it.
 */
export class ClientBindings {
  readonly #holders: Map<number, MemberId>

  constructor(stored: ReadonlyMap<number, MemberId>) {
    this.#holders = new Map(stored)
  }

  holderOf(client: number): MemberId | null {
    return this.#holders.get(client) ?? null
  }

  /** Idempotent; an id that is taken stays with its holder. */
  bind(client: number, memberId: MemberId): void {
    if (!this.#holders.has(client)) this.#holders.set(client, memberId)
  }
}
