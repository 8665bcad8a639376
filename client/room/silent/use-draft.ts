import { useMemo } from 'react'
import type { SeenRound } from '#shared/facilitation/silent/state.ts'
import type { DraftSession } from '#client/session/draft-session.ts'
import type { RoomPage } from '#client/room-context/room-pages.ts'
import { useFacilitation, useRoom } from '#client/room-context/room-context.ts'
import { useOwnDraft } from '../drafts/use-own-draft.ts'

/** The own draft of a round while it is on screen; null before it is open. */
export function useDraft({ stepId, generation }: SeenRound, page: RoomPage): DraftSession | null {
  const { group } = useRoom()
  const me = useFacilitation((facilitation) => facilitation.me?.memberId)
  const placePhase = useFacilitation(({ state }) => state?.place.phase)
  const { id: groupId } = group
  const { id: pageId } = page
  const phase = page.phase ?? placePhase ?? 'preparation'
  const address = useMemo(
    () => (me ? { groupId, stepId, me, generation, pageId, phase } : null),
    [groupId, stepId, me, generation, pageId, phase],
  )
  return useOwnDraft(address)
}
