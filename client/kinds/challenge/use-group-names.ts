import { useEffect, useState } from 'react'
import type { WorkshopView } from '#shared/protocol/api.ts'
import { call } from '#client/app/api.ts'
import type { RoomSession } from '#client/session/room-session.ts'

/** The names of the workshop's project groups that are at work; none while nobody knows, and without a line. */
export function useGroupNames({ workshopId }: RoomSession): readonly string[] {
  const [names, setNames] = useState<readonly string[]>([])
  useEffect(() => {
    const leaving = new AbortController()
    const { signal } = leaving
    call<WorkshopView>('workshop', { path: { workshopId }, signal }).then(
      ({ groups }) => {
        if (signal.aborted) return
        const atWork = groups.filter(({ kind, archivedAt }) => kind === 'project' && archivedAt === null)
        setNames(atWork.map(({ name }) => name))
      },
      // Written by hand then
      () => undefined,
    )
    return () => leaving.abort()
  }, [workshopId])
  return names
}
