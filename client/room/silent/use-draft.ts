import { useEffect, useState } from 'react'
import { openDraft, type DraftSession } from '#client/session/draft-session.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import type { SeenRound } from '#shared/facilitation/silent/state.ts'
import type { RoomPage } from '#client/room-context/room-pages.ts'
import { useFacilitation, useRoom } from '#client/room-context/room-context.ts'

/** A copy that is refused for good does not get better by trying on. */
const MOST_ATTEMPTS = 3

/** What a fresh copy would mend. Another generation comes by itself, with the room's next word. */
const copyUnfit: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'frame_invalid',
  'frame_too_large',
  'update_malformed',
  'update_foreign_client',
  'update_too_large',
])

/** The own draft of a round while it is on screen; null before it is open. */
export function useDraft({ stepId, generation }: SeenRound, page: RoomPage): DraftSession | null {
  const { group } = useRoom()
  const me = useFacilitation((facilitation) => facilitation.me?.memberId)
  const placePhase = useFacilitation(({ state }) => state?.place.phase)
  const [draft, setDraft] = useState<DraftSession | null>(null)
  const [attempt, setAttempt] = useState(0)
  const { id: pageId } = page
  const phase = page.phase ?? placePhase ?? 'preparation'
  useEffect(() => {
    if (!me) return
    const opened = openDraft({ groupId: group.id, stepId, me, generation, pageId, phase })
    setDraft(opened)
    const stop = opened.state.subscribe(({ endedBecause }, before) => {
      if (!endedBecause || before.endedBecause || !copyUnfit.has(endedBecause)) return
      if (attempt + 1 < MOST_ATTEMPTS) void opened.discard().then(() => setAttempt(attempt + 1))
    })
    return () => {
      stop()
      setDraft(null)
      opened.destroy()
    }
  }, [group.id, stepId, me, generation, pageId, phase, attempt])
  useEffect(() => {
    if (!draft) return
    const ask = (event: BeforeUnloadEvent) => {
      const { unsaved, copyKept } = draft.state.getState()
      if (unsaved && !copyKept) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [draft])
  return draft
}
