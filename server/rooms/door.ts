import { newId } from '#shared/base/ids.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import { Problem } from '#shared/errors/problem.ts'
import { hasToWait, isHeard } from '#shared/facilitation/lobby/decide.ts'
import type { Lobby } from '#shared/facilitation/lobby/state.ts'
import { entersEveryRoom, isArchived } from '#shared/workshop/permissions.ts'
import { StorageError } from '#server/base/storage-error.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Admitted } from './admitted.ts'
import type { Facilitator } from './facilitator.ts'

/**
 * Whether the door is closed to somebody. Whoever leads passes, and in the archive everybody does: nobody is there to let
 * them in.
 */
export function hasToKnock(lobby: Lobby, { actor, member, group }: Admitted): boolean {
  if (entersEveryRoom(member.role) || (actor.member && isArchived(actor.member, group.id))) return false
  return hasToWait(lobby, member.id)
}

/**
 * Who has to wait is seen by the moderation.
 * @throws Problem lobby_waiting
 */
export async function passDoor(
  facilitator: Pick<Facilitator, 'state' | 'command'>,
  admitted: Admitted,
  clock: Pick<Clock, 'now'>,
): Promise<void> {
  const { lobby } = facilitator.state
  if (!hasToKnock(lobby, admitted)) return
  const { id, name } = admitted.member
  const knock = { id: newId<string>(), command: { type: 'knock', name }, by: id, isAllowed: true } as const
  if (!isHeard(lobby, id, clock.now())) await facilitator.command(knock)
  throw new Problem('lobby_waiting')
}

/** What a socket that could not be seated is told. */
export function codeOfRefusal(error: unknown): ErrorCode {
  if (error instanceof Problem) return error.code
  return error instanceof StorageError ? 'room_unavailable' : 'internal'
}
