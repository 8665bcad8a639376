import type { MemberId } from '#shared/base/ids.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import { Histogram } from './histogram.ts'

/** Counters of all rooms together. Plain numbers, because they are raised thousands of times a second. */
export class RoomMetrics {
  rooms = 0
  /** Rooms that broke and were loaded again. */
  roomsBroken = 0
  connections = 0
  framesIn = 0
  bytesIn = 0
  framesOut = 0
  bytesOut = 0
  commits = 0
  commitFailures = 0
  updatesStored = 0
  presenceDropped = 0
  /** Stored events that this version cannot read, counted each time a room is loaded. */
  eventsPassedOver = 0
  /** Slow readers that got one answer instead of the changes they had missed. */
  readersResynced = 0
  /** False while several commits in a row have failed. */
  storageWritable = true
  readonly commitMs = new Histogram([1, 2, 5, 10, 20, 50, 100, 250, 1000])
  /** From the arrival of an update to its durable acknowledgement. */
  readonly ackMs = new Histogram([5, 10, 20, 50, 75, 100, 150, 250, 500, 1000, 5000])
  readonly loopLagMs = new Histogram([1, 2, 5, 10, 20, 50, 100, 250, 1000])
  readonly refusals = new Map<ErrorCode, number>()
  readonly #socketsOf = new Map<MemberId, number>()

  /** Different members with at least one open socket: somebody with two tabs is one person. */
  get people(): number {
    return this.#socketsOf.size
  }

  entered(memberId: MemberId): void {
    this.connections++
    this.#socketsOf.set(memberId, (this.#socketsOf.get(memberId) ?? 0) + 1)
  }

  left(memberId: MemberId): void {
    this.connections--
    const others = (this.#socketsOf.get(memberId) ?? 1) - 1
    if (others > 0) this.#socketsOf.set(memberId, others)
    else this.#socketsOf.delete(memberId)
  }

  refused(code: ErrorCode): void {
    this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1)
  }
}
