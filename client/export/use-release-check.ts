import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#client/app/api.ts'
import type { GroupId, WorkshopId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { ReleaseDecision } from '#shared/consent/release-decisions.ts'
import type { DecidedReleases, ReleaseCheckView } from '#shared/protocol/release-check.ts'

/** Of everything that is asked of the server anew once something was released. */
export const checkKeyOf = (workshopId: WorkshopId) => ['workshop', workshopId, 'release-check'] as const

/** What would be withheld now; asked anew whenever a check is opened, because rooms go on meanwhile. */
export function useReleaseCheck(workshopId: WorkshopId, groupId: GroupId | null, enabled = true) {
  return useQuery({
    queryKey: [...checkKeyOf(workshopId), groupId],
    enabled,
    queryFn: ({ signal }) => {
      const query = { group: groupId ?? undefined }
      return call<ReleaseCheckView>('releaseCheck', { path: { workshopId }, query, signal })
    },
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
}

/** Decisions by group, in as many rooms as there are; whatever failed shows in the check that is asked for afterwards. */
export function useDecideReleases(workshopId: WorkshopId) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (byGroup: ReadonlyMap<GroupId, readonly ReleaseDecision[]>): Promise<number> => {
      let changed = 0
      for (const [groupId, decisions] of byGroup)
        for (let from = 0; from < decisions.length; from += limits.maxReleaseDecisions) {
          const body = { decisions: decisions.slice(from, from + limits.maxReleaseDecisions) }
          const answer = await call<DecidedReleases>('decideReleases', {
            path: { workshopId, groupId },
            body,
          })
          changed += answer.changed
        }
      return changed
    },
    onSettled: () => client.invalidateQueries({ queryKey: checkKeyOf(workshopId) }),
  })
}
