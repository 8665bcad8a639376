import { stepOnPage } from '#shared/facilitation/step/modes.ts'
import type { SeenRound } from '#shared/facilitation/silent/state.ts'
import type { SeenState } from '#shared/facilitation/view.ts'
import { useFacilitation } from '#client/room-context/room-context.ts'

/** The silent round of the step that runs on a page; null where there is none. */
export function roundOn(state: SeenState | null, pageId: string | null): SeenRound | null {
  const running = state && pageId !== null ? stepOnPage(state.step, pageId) : null
  return state?.silent.find(({ stepId }) => stepId === running?.step.id) ?? null
}

export const useSilentRound = (pageId: string | null): SeenRound | null =>
  useFacilitation(({ state }) => roundOn(state, pageId))

/** Whether people write for themselves on this page now. */
export const useIsSilent = (pageId: string | null): boolean =>
  useFacilitation(({ state }) => roundOn(state, pageId)?.status === 'writing')
