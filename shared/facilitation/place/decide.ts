import { accepted, refused } from '../../base/result.ts'
import type { Deciders } from '../topic.ts'
import type { PlaceCommand } from './commands.ts'
import type { PlaceEvent } from './events.ts'
import type { Place } from './state.ts'

/** No event names a page that does not exist. */
export const decidePlace: Deciders<PlaceCommand, { place: Place }, PlaceEvent> = {
  goToPhase: ({ place }, { phase, pageId }, { pageExists }) => {
    if (!pageExists(pageId)) return refused('page_unknown')
    if (phase === place.phase && pageId === place.pageId) return accepted([])
    return accepted([{ type: 'PhaseAdvanced', phase, pageId }])
  },

  openPage: ({ place }, { pageId }, { pageExists }) => {
    if (!pageExists(pageId)) return refused('page_unknown')
    return accepted(pageId === place.pageId ? [] : [{ type: 'PageOpened', pageId }])
  },

  gather: (_state, { pageId, area }, { pageExists }) => {
    if (!pageExists(pageId)) return refused('page_unknown')
    return accepted([{ type: 'EveryoneGathered', pageId, area }])
  },
}
