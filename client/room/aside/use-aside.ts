import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { ASIDE } from '#shared/base/draft-id.ts'
import type { DraftSession } from '#client/session/draft-session.ts'
import { isShutOut, mirrorWaiting, putAside, type Told } from '#client/session/waiting-words.ts'
import type { Room } from '#client/room-context/room-context.ts'
import { useFacilitation, useRoom } from '#client/room-context/room-context.ts'
import { useOwnDraft } from '../drafts/use-own-draft.ts'
import type { Rescue } from '../shell/use-room-session.ts'

/**
 * What this person wrote here and could not send: their own draft, opened once there is something for it, and kept open
 * until they leave. Observers have none; their words stay on this device (`RescueBanner`).
 */
export function useAside({ cards: rescued, dismiss }: Rescue): DraftSession | null {
  const { session, view } = useRoom()
  const me = useFacilitation((facilitation) => facilitation.me)
  const isTold = useStore(session.draftCounts, (counts) => (counts.get(ASIDE) ?? 0) > 0)
  const isShut = useStore(session.connection, isShutOut)
  const [isNeeded, setNeeded] = useState(false)
  const memberId = me && me.role !== 'observer' && !session.archived ? me.memberId : null
  if (!isNeeded && (isTold || isShut || rescued.length > 0)) setNeeded(true)

  const address = useMemo(
    () =>
      isNeeded && memberId !== null
        ? { groupId: session.groupId, stepId: ASIDE, me: memberId, generation: 0, ...placeNow(session, view) }
        : null,
    [session, view, isNeeded, memberId],
  )
  const draft = useOwnDraft(address)

  useEffect(
    () => (draft ? mirrorWaiting(session, draft, placeNow(session, view)) : undefined),
    [draft, session, view],
  )

  useEffect(() => {
    if (!draft || rescued.length === 0) return
    const told: Told = new Map()
    const settle = ({ status }: ReturnType<typeof draft.state.getState>) => {
      if (status !== 'online') return
      putAside(draft, rescued, { ...placeNow(session, view), waits: false }, told)
      if (!draft.state.getState().unsaved) dismiss()
    }
    settle(draft.state.getState())
    return draft.state.subscribe(settle)
  }, [draft, rescued, dismiss, session, view])
  return draft
}

const placeNow = (session: Room['session'], view: Room['view']) => ({
  pageId: view.getState().pageId ?? '',
  phase: session.facilitation.getState().state?.place.phase ?? ('preparation' as const),
})
