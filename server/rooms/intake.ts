import type { ErrorCode } from '#shared/errors/catalogue.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Connection } from './connection.ts'
import type { RoomMetrics } from './metrics.ts'
import type { Turns } from './turns.ts'

interface IntakeDeps {
  metrics: RoomMetrics
  clock: Clock
  turns: Pick<Turns, 'take'>
}

export interface Reader {
  /** Reads a frame; the reason to send its sender away, or null. */
  read: (connection: Connection, bytes: Uint8Array) => ErrorCode | null
  end: (connection: Connection, code: ErrorCode) => void
}

/** Lets a frame in when its connection keeps to its rates and it is its person's turn, now or a little later. */
export function letIn(
  connection: Connection,
  bytes: Uint8Array,
  { metrics, clock, turns }: IntakeDeps,
  { read, end }: Reader,
): void {
  if (!connection.isOpen) return
  metrics.framesIn++
  metrics.bytesIn += bytes.length
  const act = () => {
    if (!connection.isOpen) return
    const fault = read(connection, bytes)
    if (fault) end(connection, fault)
  }
  const isAdmitted =
    connection.admitsFrame(bytes.length, clock.now()) &&
    turns.take(connection.admitted.member.id, bytes.length, act)
  if (!isAdmitted) end(connection, 'flooding')
}
