import type { ErrorCode } from '#shared/errors/catalogue.ts'
import { Histogram } from './histogram.ts'

/** Counters of all rooms together. Plain numbers, because they are raised thousands of times a second. */
export class RoomMetrics {
  rooms = 0
  connections = 0
  framesIn = 0
  bytesIn = 0
  framesOut = 0
  bytesOut = 0
  commits = 0
  commitFailures = 0
  updatesStored = 0
  presenceDropped = 0
  readonly commitMs = new Histogram([1, 2, 5, 10, 20, 50, 100, 250, 1000])
  /** From the arrival of an update to its durable acknowledgement. */
  readonly ackMs = new Histogram([5, 10, 20, 50, 75, 100, 150, 250, 500, 1000, 5000])
  readonly loopLagMs = new Histogram([1, 2, 5, 10, 20, 50, 100, 250, 1000])
  readonly refusals = new Map<ErrorCode, number>()

  refused(code: ErrorCode): void {
    this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1)
  }
}
