import { newId } from '#shared/base/ids.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import { Problem } from '#shared/errors/problem.ts'
import { hasToWait, isHeard } from '#shared/facilitation/lobby/decide.ts'
import { entersEveryRoom } from '#shared/workshop/permissions.ts'
import { StorageError } from '#server/base/storage-error.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Admitted } from './admitted.ts'
import type { Facilitator } from './facilitator.ts'

/**
 * Whoever leads passes; everybody else waits while the door is closed, and the moderation sees that they do.
 * @throws Problem lobby_waiting
 */
export async function passDoor(
  facilitator: Pick<Facilitator, 'state' | 'command'>,
  { member: { id, name, role } }: Admitted,
  clock: Pick<Clock, 'now'>,
): Promise<void> {
  const { lobby } = facilitator.state
  if (entersEveryRoom(role) || !hasToWait(lobby, id)) return
  const knock = { id: newId<string>(), command: { type: 'knock', name }, by: id, isAllowed: true } as const
  if (!isHeard(lobby, id, clock.now())) await facilitator.command(knock)
  throw new Problem('lobby_waiting')
}

/** What a socket that could not be seated is told. */
export function codeOfRefusal(error: unknown): ErrorCode {
  if (error instanceof Problem) return error.code
  return error instanceof StorageError ? 'room_unavailable' : 'internal'
}
