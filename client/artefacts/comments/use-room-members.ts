import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { MemberView } from '#shared/protocol/api.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { askedLately } from '../asked-lately.ts'
import type { Callable } from './mentions.ts'

const nobody: readonly Callable[] = []

/** Everybody who belongs to this room, here or not; nobody for those who may not see the list, and without a line. */
export function useRoomMembers(session: RoomSession): readonly Callable[] {
  const { groupId, facilitation } = session
  const [members, setMembers] = useState(nobody)
  const mayKnow = useStore(facilitation, (view) => view.mayFacilitate)
  useEffect(() => {
    let isHere = mayKnow
    if (mayKnow)
      void askedLately<MemberView[]>(session, 'members').then((all) => {
        if (!isHere || all === null) return
        const here = all.filter(({ groupIds }) => groupIds === 'all' || groupIds.includes(groupId))
        setMembers(here.map(({ id, name, organisation }) => ({ id, name, detail: organisation })))
      })
    return () => {
      isHere = false
    }
  }, [session, groupId, mayKnow])
  return members
}
