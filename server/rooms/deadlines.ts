import type { Clock } from '#server/ports/clock.ts'
import type { EventLog } from '#server/ports/event-log.ts'
import type { Logger } from '#server/ports/logger.ts'
import type { Rooms } from './rooms.ts'

interface DeadlinesDeps {
  eventLog: Pick<EventLog, 'due'>
  rooms: Pick<Rooms, 'concludeDue'>
  clock: Clock
  logger: Logger
}

/** A deadline that was set meanwhile is found this late at most; asking costs one read of a small table. */
const LOOK_EVERY_MS = 10_000
/** What could not be concluded, because the disk is full for instance, is tried again after this. */
const AGAIN_AFTER_MS = 60_000

/**
 * Concludes steps in people's own time when their deadline comes: reveals what was written in silence, closes votes,
 * also while nobody is there, and what came due while the server stood still when it starts again. Invariants (cited by
 * the tests):
 * 1. What is due stands in the log itself, so that a server killed at any moment concludes a step once.
 * 2. A room that fails holds up no other.
 * Returns how to stop, which waits for what is being done.
 */
export function workOffDeadlines(deps: DeadlinesDeps): () => Promise<void> {
  const { clock, logger } = deps
  const resting = new Map<string, number>()
  let isStopped = false
  let working: Promise<void> = Promise.resolve()
  let cancel = () => {}

  const look = async () => {
    let waitMs = LOOK_EVERY_MS
    try {
      for (const { groupId, stepId, at } of await deps.eventLog.due()) {
        const leftMs = at - clock.now()
        if (leftMs > 0) {
          waitMs = Math.min(waitMs, leftMs)
          break
        }
        const name = `${groupId} ${stepId}`
        if (isStopped || (resting.get(name) ?? 0) > clock.now()) continue
        resting.delete(name)
        await deps.rooms.concludeDue(groupId, stepId).catch((error: unknown) => {
          resting.set(name, clock.now() + AGAIN_AFTER_MS)
          logger.error({ err: error as Error, groupId }, 'a step that is due could not be concluded')
        })
      }
    } catch (error) {
      logger.error({ err: error as Error }, 'what is due could not be looked up')
    }
    if (!isStopped) cancel = clock.after(Math.max(1, waitMs), start)
  }
  const start = () => void (working = look())
  start()
  return async () => {
    isStopped = true
    cancel()
    await working
  }
}
