import type { Clock } from '#server/ports/clock.ts'
import type { EventLog } from '#server/ports/event-log.ts'
import type { Logger } from '#server/ports/logger.ts'
import type { UpdateLog } from '#server/ports/update-log.ts'
import type { Membership } from './admitted.ts'
import type { RoomMetrics } from './metrics.ts'
import type { RoomSecrets } from './room-secrets.ts'
import type { RoomsTuning } from './rooms-tuning.ts'
import type { Turns } from './turns.ts'

/** What live rooms stand on. */
export interface RoomsDeps {
  updateLog: UpdateLog
  eventLog: EventLog
  clock: Clock
  logger: Logger
  membership: Membership
  metrics?: RoomMetrics
  /** What is hidden from the people in a room; without it nothing is. */
  secrets?: RoomSecrets
  tuning?: Partial<RoomsTuning>
  /** Measures what work takes, in milliseconds. */
  measure?: () => number
  /** Where others bill the same people, too. */
  turns?: Turns
}
