import type { Evolvers } from '../topic.ts'
import type { PlaceEvent } from './events.ts'
import type { Place } from './state.ts'

/** Moving on dissolves a gathering. */
export const evolvePlace: Evolvers<Place, PlaceEvent> = {
  PhaseAdvanced: (_place, { phase, pageId }) => ({ phase, pageId, gathering: null }),
  PageOpened: ({ phase }, { pageId }) => ({ phase, pageId, gathering: null }),
  EveryoneGathered: ({ phase }, { pageId, area }, { at, by }) => ({
    phase,
    pageId,
    gathering: { by, at, pageId, area },
  }),
}
