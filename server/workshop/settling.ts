import type { Clock } from '#server/ports/clock.ts'
import type { Logger } from '#server/ports/logger.ts'
import type { PeopleStore } from '#server/ports/people-store.ts'
import type { RoomService } from '#server/rooms/room-service.ts'

interface Means {
  people: Pick<PeopleStore, 'settle'>
  rooms: Pick<RoomService, 'settle'>
}

const settleEveryMs = 60_000

/**
 * Gives back what the storage holds for writing only: after a big import its logs would keep their size until somebody
 * writes again. Never rejects; a disk that does not answer is told of by those who need it.
 */
export async function settle({ people, rooms }: Means, logger: Pick<Logger, 'warn'>): Promise<void> {
  const outcomes = await Promise.allSettled([people.settle(), rooms.settle()])
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') logger.warn({ err: outcome.reason as Error }, 'a log keeps its size')
}

/** The returned function ends it. */
export function settleRegularly(means: Means & { clock: Clock }, logger: Pick<Logger, 'warn'>): () => void {
  let cancel = () => {}
  const schedule = () => {
    cancel = means.clock.after(settleEveryMs, () => {
      schedule()
      void settle(means, logger)
    })
  }
  schedule()
  return () => cancel()
}
