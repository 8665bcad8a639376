import { useMemo, useSyncExternalStore } from 'react'
import { cardsOf } from '#shared/document/outline.ts'
import { isBlank } from '#shared/document/artefacts.ts'
import { LiveOutline } from '#client/list-view/live-outline.ts'
import type { RoomSession } from '#client/session/room-session.ts'

export interface CardsOfArea {
  /** Page or frame. */
  id: string
  name: string
  artefactIds: string[]
}

/** Cards of a page that say something, by area, in reading order; each once. */
export function useCardsOfPage(session: RoomSession, pageId: string): CardsOfArea[] {
  const live = useMemo(() => new LiveOutline(session), [session])
  const outline = useSyncExternalStore(live.subscribe, live.current)
  return useMemo(() => {
    const page = outline.pages.find(({ id }) => id === pageId)
    if (!page) return []
    const seen = new Set<string>()
    const areas = [{ ...page, frames: [] }, ...page.frames]
    return areas
      .map(({ id, name, cards, frames }) => ({
        id,
        name,
        artefactIds: cardsOf({ cards, frames })
          .filter(({ artefact }) => !isBlank(artefact) && !seen.has(artefact.id) && seen.add(artefact.id))
          .map(({ artefact }) => artefact.id),
      }))
      .filter(({ artefactIds }) => artefactIds.length > 0)
  }, [outline, pageId])
}
