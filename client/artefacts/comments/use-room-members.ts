import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { MemberView } from '#shared/protocol/api.ts'
import { call } from '#client/app/api.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import type { Callable } from './mentions.ts'

const nobody: readonly Callable[] = []

/** Everybody who belongs to this room, here or not; nobody for those who may not see the list, and without a line. */
export function useRoomMembers({ workshopId, groupId, facilitation }: RoomSession): readonly Callable[] {
  const [members, setMembers] = useState(nobody)
  const mayKnow = useStore(facilitation, (view) => view.mayFacilitate)
  useEffect(() => {
    if (!mayKnow) return
    const leaving = new AbortController()
    const { signal } = leaving
    call<MemberView[]>('members', { path: { workshopId }, signal }).then(
      (all) => {
        if (signal.aborted) return
        const here = all.filter(({ groupIds }) => groupIds === 'all' || groupIds.includes(groupId))
        setMembers(here.map(({ id, name, organisation }) => ({ id, name, detail: organisation })))
      },
      () => undefined,
    )
    return () => leaving.abort()
  }, [workshopId, groupId, mayKnow])
  return members
}
