import { useQuery } from '@tanstack/react-query'
import { call } from '#client/app/api.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import type { ReleasedMinutes } from '#shared/protocol/minutes.ts'

const askEveryMs = 60_000

/** What has been released; a minute later is soon enough. */
export function useReleasedMinutes() {
  const { workshop } = useRoom()
  return useQuery({
    queryKey: ['workshop', workshop.id, 'minutes'],
    queryFn: ({ signal }) =>
      call<ReleasedMinutes[]>('releasedMinutes', { path: { workshopId: workshop.id }, signal }),
    refetchInterval: askEveryMs,
  })
}
