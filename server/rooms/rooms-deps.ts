import type { GroupId } from '#shared/base/ids.ts'
import type { Roots } from '#shared/document/roots.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { EventLog } from '#server/ports/event-log.ts'
import type { Logger } from '#server/ports/logger.ts'
import type { UpdateLog } from '#server/ports/update-log.ts'
import type { Membership } from './admitted.ts'
import type { RoomMetrics } from './metrics.ts'
import type { RoomSecrets } from './room-secrets.ts'
import type { RoomsTuning } from './rooms-tuning.ts'
import type { Turns } from './turns.ts'

export type CommitHeard = (groupId: GroupId, roots: Roots) => void

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
  /** Hears of each commit, with the document as it is then; changes nothing and never throws. */
  onCommitted?: CommitHeard
  /** Where others bill the same people, too. */
  turns?: Turns
}
