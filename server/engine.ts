import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { openRoomLogs } from '#server/adapters/sqlite/update-log.ts'
import type { Admit } from '#server/auth/admit.ts'
import type { Logins } from '#server/auth/logins.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { EventLog } from '#server/ports/event-log.ts'
import type { Logger } from '#server/ports/logger.ts'
import type { Seats } from '#server/rehearsal/participant.ts'
import type { Membership } from '#server/rooms/admitted.ts'
import { SqliteBallotBox } from '#server/adapters/sqlite/ballot-box.ts'
import { Polling } from '#server/ballots/polling.ts'
import { roomSecrets } from '#server/secrets.ts'
import { Silence } from '#server/drafts/silence.ts'
import { RoomMetrics } from '#server/rooms/metrics.ts'
import type { RoomService } from '#server/rooms/room-service.ts'
import { workOffDeadlines } from '#server/rooms/deadlines.ts'
import { createRooms, type Rooms } from '#server/rooms/rooms.ts'
import type { CommitHeard } from '#server/rooms/rooms-deps.ts'
import { Turns } from '#server/rooms/turns.ts'
import { registerMetrics } from '#server/socket/metrics-route.ts'
import { registerConnectionTest } from '#server/socket/test-route.ts'
import { registerSync } from '#server/socket/sync-route.ts'

/** Live rooms with their storage, as `compose` sees them. */
export interface Engine {
  rooms: RoomService
  /** What moderators imposed on the rooms, for exports and imports. */
  events: EventLog
  /** Seats for people who are not there, in rooms and at silent drafts. */
  seats: Seats
  /** What all rooms together have done; `/metrics` and the operator's page are two forms of it. */
  metrics: RoomMetrics
  /** Adds the rooms' socket and their figures to the server. */
  register(app: FastifyInstance, doors: Doors): Promise<void>
  /** Makes everything durable and closes all sockets and files. */
  close(): Promise<void>
}

interface Doors {
  admit: Admit
  logins: Pick<Logins, 'tie'>
}

interface EngineMeans {
  dataFolder: string
  clock: Clock
  logger: Logger
  membership: Membership
  /** Hears of each commit to a room. */
  onCommitted?: CommitHeard
  /** Measures what work takes, in milliseconds; where the clock stands still, nothing may take any. */
  measure?: () => number
}

export type OpenEngine = (means: EngineMeans) => Promise<Engine>

/** Rooms on a database file of their own, which a thread of their own writes. */
export const openEngine: OpenEngine = async ({ dataFolder, ...means }) => {
  const logs = await openRoomLogs(join(dataFolder, 'rooms.sqlite'))
  const { updateLog, eventLog, draftVault: vault } = logs
  const metrics = new RoomMetrics()
  const turns = new Turns(means.clock, means.measure)
  const silence = new Silence({ ...means, turns, updateLog, eventLog, vault, metrics, rooms: () => rooms })
  const polling = new Polling({
    ...means,
    box: new SqliteBallotBox(dataFolder, means.clock),
    rooms: () => rooms,
  })
  const rooms: Rooms = createRooms({
    ...means,
    turns,
    updateLog,
    eventLog,
    metrics,
    secrets: roomSecrets(silence, polling),
  })
  await polling.sweep()
  const stopDeadlines = workOffDeadlines({ ...means, eventLog, rooms })
  return {
    rooms,
    events: eventLog,
    seats: {
      join: (...seat) => rooms.join(...seat),
      joinDraft: (...seat) => silence.join(...seat),
    },
    metrics: rooms.metrics,
    async register(app, { admit, logins }) {
      await registerSync(app, {
        rooms,
        silence,
        admit,
        tie: (request, memberId, end) => logins.tie(request, memberId, end),
      })
      registerConnectionTest(app, means.clock)
      registerMetrics(app, { metrics: rooms.metrics, clock: means.clock })
    },
    async close() {
      await stopDeadlines()
      await silence.close()
      await rooms.close()
      await polling.close()
      await logs.close()
    },
  }
}
