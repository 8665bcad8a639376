import * as Y from 'yjs'
import type { MemberId } from '#shared/base/ids.ts'
import type { AsideChange } from './set-aside.ts'

/** Everything that changed since the last batch, as one update. */
export interface Batch {
  update: Uint8Array
  newClients: [clientId: number, memberId: MemberId][]
  /** What is stored with it elsewhere, or neither is. */
  aside: readonly AsideChange[]
  /** Number of the last change before this batch, and of the last one in it. */
  after: number
  upTo: number
}

/**
 * Changes of one document that no commit contains yet. Here a change gets the number that its acknowledgement waits
 * for, and this is what that rests on:
 *
 * **No acknowledgement without a commit that contains the change.**
 *
 * 1. A number is given for an update that Yjs has told of, and for nothing else (`DocumentSync` holds back every
 *    answer to a frame that changed something and was not told).
 * 2. A batch holds every change numbered after `after` up to `upTo`, merged.
 * 3. `Receipts` hands out what waits for a number once batches without a gap have been committed up to it.
 *
 * Whatever fails between these ends the room, which is loaded again from the disk, and with it all that was promised.
 */
export class Uncommitted {
  #updates: Uint8Array[] = []
  #newClients: [number, MemberId][] = []
  #aside: AsideChange[] = []
  #taken = 0
  #last = 0
  #isLost = false

  /** Number of the last change. */
  get last(): number {
    return this.#last
  }

  get updates(): readonly Uint8Array[] {
    return this.#updates
  }

  add(update: Uint8Array): void {
    this.#updates.push(update)
    this.#last++
  }

  /** The next batch makes a client id its holder's for ever. */
  bind(client: number, memberId: MemberId): void {
    this.#newClients.push([client, memberId])
  }

  /** Goes with the change that was added last. */
  setAside(change: AsideChange): void {
    this.#aside.push(change)
  }

  /** @throws Error when the changes cannot be merged; they are lost then, and no later batch is made */
  take(): Batch | null {
    if (this.#updates.length === 0 || this.#isLost) return null
    const [updates, newClients, aside] = [this.#updates, this.#newClients, this.#aside]
    this.#updates = []
    this.#newClients = []
    this.#aside = []
    this.#isLost = true
    const update = updates.length === 1 ? updates[0]! : Y.mergeUpdates(updates)
    this.#isLost = false
    const batch = { update, newClients, aside, after: this.#taken, upTo: this.#last }
    this.#taken = this.#last
    return batch
  }
}
