import type { Histogram } from './histogram.ts'
import type { RoomMetrics } from './metrics.ts'
import type { ProcessFacts } from './process-facts.ts'

/** The counters in OpenMetrics text format 1.0.0. Written by hand: a client library costs more than these lines. */
export function metricsText(metrics: RoomMetrics, process: ProcessFacts): string {
  return [
    ...gauge('werkraum_rooms', 'Rooms in memory', metrics.rooms),
    ...counter('werkraum_rooms_broken', 'Rooms that broke and were loaded again', metrics.roomsBroken),
    ...gauge('werkraum_connections', 'Open sockets in rooms', metrics.connections),
    ...gauge('werkraum_people', 'Different members with an open socket', metrics.people),
    ...gauge('werkraum_storage_writable', '1 while changes can be stored', Number(metrics.storageWritable)),
    ...counter('werkraum_frames_received', 'Frames received', metrics.framesIn),
    ...counter('werkraum_received_bytes', 'Bytes received in frames', metrics.bytesIn),
    ...counter('werkraum_frames_sent', 'Frames sent', metrics.framesOut),
    ...counter('werkraum_sent_bytes', 'Bytes sent in frames, headers included', metrics.bytesOut),
    ...counter(
      'werkraum_presence_dropped',
      'Presence frames not sent to slow readers',
      metrics.presenceDropped,
    ),
    ...counter(
      'werkraum_readers_resynced',
      'Slow readers that got one answer instead of a backlog',
      metrics.readersResynced,
    ),
    ...counter(
      'werkraum_events_passed_over',
      'Stored events of another version that were passed over',
      metrics.eventsPassedOver,
    ),
    ...counter('werkraum_commits', 'Commits of all rooms together', metrics.commits),
    ...counter('werkraum_commit_failures', 'Commits the storage refused', metrics.commitFailures),
    ...counter('werkraum_updates_stored', 'Merged updates stored', metrics.updatesStored),
    ...histogram('werkraum_commit_seconds', 'Duration of a commit', metrics.commitMs),
    ...histogram('werkraum_ack_seconds', 'From an update to its durable acknowledgement', metrics.ackMs),
    ...histogram('werkraum_loop_lag_seconds', 'Delay of the event loop', metrics.loopLagMs),
    ...refusals(metrics),
    ...gauge('werkraum_resident_memory_bytes', 'Resident memory', process.residentBytes),
    ...counter('werkraum_cpu_seconds', 'Processor time, all threads', process.cpuSeconds),
    '# EOF',
    '',
  ].join('\n')
}

const head = (name: string, type: string, help: string) => [
  `# TYPE ${name} ${type}`,
  `# HELP ${name} ${help}.`,
]

function gauge(name: string, help: string, value: number): string[] {
  return [...head(name, 'gauge', help), `${name} ${value}`]
}

function counter(name: string, help: string, value: number): string[] {
  return [...head(name, 'counter', help), `${name}_total ${value}`]
}

function refusals({ refusals }: RoomMetrics): string[] {
  const name = 'werkraum_refusals'
  const lines = [...refusals].map(([code, count]) => `${name}_total{code="${code}"} ${count}`)
  return [...head(name, 'counter', 'Refused frames, commands and connections'), ...lines]
}

function histogram(name: string, help: string, { bounds, counts, sum }: Histogram): string[] {
  let total = 0
  const buckets = counts.map((count, at) => {
    total += count
    const bound = bounds[at]
    return `${name}_bucket{le="${bound === undefined ? '+Inf' : bound / 1000}"} ${total}`
  })
  return [...head(name, 'histogram', help), ...buckets, `${name}_sum ${sum / 1000}`, `${name}_count ${total}`]
}
