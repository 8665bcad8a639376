import type { OperationView } from '#shared/protocol/operation.ts'

/** A look at an installation in which nothing has happened yet, except what the test says. */
export function look(more: Partial<OperationView> = {}): OperationView {
  const nothing = { bounds: [10, 20, 50], counts: [0, 0, 0, 0] }
  return {
    version: '9.8.7',
    at: 100_000,
    startedAt: 0,
    ready: true,
    storageWritable: true,
    rooms: 0,
    people: 0,
    connections: 0,
    framesIn: 0,
    framesOut: 0,
    bytesIn: 0,
    bytesOut: 0,
    commits: 0,
    commitFailures: 0,
    presenceDropped: 0,
    commitMs: nothing,
    ackMs: nothing,
    loopLagMs: nothing,
    refusals: {},
    residentBytes: 150_000_000,
    cpuSeconds: 1,
    ...more,
  }
}
