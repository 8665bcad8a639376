import { stepOnPage } from '#shared/facilitation/step/modes.ts'
import type { SeenRound } from '#shared/facilitation/silent/state.ts'
import type { SeenState } from '#shared/facilitation/view.ts'
import { useFacilitation } from '#client/room-context/room-context.ts'

/**
 * `writing`: people write in it now. `kept`: its step went on to something else before anything was revealed; what was
 * written waits. `revealed`: everything lies open, but for what came too late.
 */
export type RoundStage = 'writing' | 'kept' | 'revealed'

const stepOn = (state: SeenState | null, pageId: string | null) =>
  state && pageId !== null ? (stepOnPage(state.step, pageId)?.step ?? null) : null

/** The silent round of the step that runs on a page; null where there is none. */
export function roundOn(state: SeenState | null, pageId: string | null): SeenRound | null {
  const step = stepOn(state, pageId)
  return state?.silent.find(({ stepId }) => stepId === step?.id) ?? null
}

/** How far that round is. */
export function stageOn(state: SeenState | null, pageId: string | null): RoundStage | null {
  const round = roundOn(state, pageId)
  if (round?.status !== 'writing') return round?.status ?? null
  return stepOn(state, pageId)?.mode.type === 'silent' ? 'writing' : 'kept'
}

export const useSilentRound = (pageId: string | null): SeenRound | null =>
  useFacilitation(({ state }) => roundOn(state, pageId))

export const useRoundStage = (pageId: string | null): RoundStage | null =>
  useFacilitation(({ state }) => stageOn(state, pageId))

/** Whether people write for themselves on this page now. */
export const useIsSilent = (pageId: string | null): boolean => useRoundStage(pageId) === 'writing'
