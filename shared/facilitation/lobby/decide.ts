import type { MemberId } from '../../base/ids.ts'
import { accepted } from '../../base/result.ts'
import type { Deciders } from '../topic.ts'
import type { LobbyCommand } from './commands.ts'
import type { LobbyEvent } from './events.ts'
import type { Lobby } from './state.ts'

/** Whoever waits knocks again and again; oftener than this it changes nothing. */
const KNOCK_COUNTS_FOR_MS = 8_000

export const decideLobby: Deciders<LobbyCommand, { lobby: Lobby }, LobbyEvent> = {
  closeDoor: ({ lobby }, { inside }) =>
    accepted(
      lobby.door === 'closed' ? [] : [{ type: 'DoorClosed' }, { type: 'Admitted', memberIds: inside }],
    ),
  openDoor: ({ lobby }) => accepted(lobby.door === 'open' ? [] : [{ type: 'DoorOpened' }]),
  admit: ({ lobby }, { memberId }) => {
    const memberIds = lobby.waiting
      .map((one) => one.memberId)
      .filter((id) => memberId === null || id === memberId)
    return accepted(memberIds.length === 0 ? [] : [{ type: 'Admitted', memberIds }])
  },
  knock: ({ lobby }, { name }, { by, nowMs }) =>
    accepted(hasToWait(lobby, by) && !isHeard(lobby, by, nowMs) ? [{ type: 'Knocked', name }] : []),
}

/** Whether somebody has knocked so lately that it need not be said again. */
export function isHeard({ waiting }: Lobby, by: MemberId, nowMs: number): boolean {
  const before = waiting.find(({ memberId }) => memberId === by)
  return before !== undefined && nowMs - before.at < KNOCK_COUNTS_FOR_MS
}

/** Whether the door is closed to somebody who is none of those it is opened by. */
export const hasToWait = ({ door, admitted }: Lobby, memberId: MemberId): boolean =>
  door === 'closed' && !admitted.includes(memberId)
