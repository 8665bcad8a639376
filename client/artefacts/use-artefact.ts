import { useCallback, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { Artefact } from '#shared/document/artefacts.ts'
import { may } from '#shared/workshop/permissions.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { useIsInHeldCard } from './locks.ts'

/** The current snapshot of one artefact; the component wakes only when this artefact changes. */
export function useArtefact(session: RoomSession, id: string): Artefact | null {
  const subscribe = useCallback((wake: () => void) => session.artefacts.subscribe(id, wake), [session, id])
  return useSyncExternalStore(subscribe, () => session.artefacts.get(id))
}

/** Whether this person may change cards right now; inside of an open card, that one. */
export function useMayWrite(session: RoomSession): boolean {
  const isHeld = useIsInHeldCard()
  return useStore(session.facilitation, (view) => view.mayWrite && view.me !== null) && !isHeld
}

/** Whether this person may do something in the room that neither a lock nor a step stops. */
export function useMayInRoom(
  { facilitation, workshopId, groupId, archived }: RoomSession,
  action: 'room.release' | 'room.withdraw' | 'room.erase',
): boolean {
  return useStore(facilitation, ({ me }) => {
    const member = me && {
      memberId: me.memberId,
      workshopId,
      role: me.role,
      groupIds: [groupId],
      archived: archived ? [groupId] : [],
    }
    const room = { type: 'room', workshopId, groupId, locked: false } as const
    return may({ account: null, member }, action, room)
  })
}

/** Whether this person may let quotes out of the group. */
export const useMayRelease = (session: RoomSession): boolean => useMayInRoom(session, 'room.release')

/** Names of the others who are in a field (or, without `field`, anywhere in the card) right now. */
export function useOthersEditing(session: RoomSession, artefactId: string, field?: string): string {
  return useStore(session.presence.peers, (peers) =>
    peers
      .filter(({ presence }) => presence.e?.[0] === artefactId && (!field || presence.e[1] === field))
      .map((peer) => peer.name)
      .join('\n'),
  )
}
