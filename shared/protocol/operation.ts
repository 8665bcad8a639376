import type { ErrorCode } from '../errors/catalogue.ts'

/**
 * GET /operation: one look at how the installation does, for accounts. Counts run from the start of the program, so
 * that two looks make a rate; nothing in it says who did what.
 */
export interface OperationView {
  version: string
  /** Server time of this look and of the program's start, milliseconds since the Unix epoch. */
  at: number
  startedAt: number
  /** As `/health/ready` answers: the process can serve and store. */
  ready: boolean
  /** False while changes in rooms cannot be stored; people go on working and are told so. */
  storageWritable: boolean
  rooms: number
  /** Different members; somebody with two tabs is one of them. */
  people: number
  connections: number
  framesIn: number
  framesOut: number
  bytesIn: number
  bytesOut: number
  commits: number
  commitFailures: number
  presenceDropped: number
  commitMs: Distribution
  /** From the arrival of a change to its durable acknowledgement. */
  ackMs: Distribution
  /** The event loop's delay: per second of uptime the 99th percentile. */
  loopLagMs: Distribution
  refusals: Partial<Record<ErrorCode, number>>
  residentBytes: number
  cpuSeconds: number
}

/** How many values fell at or below each bound and above the one before; the last count is of those above all. */
export interface Distribution {
  bounds: readonly number[]
  counts: readonly number[]
}
