import { useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { linkNames } from '#client/app/paths.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { browseTo } from '#client/ui-state/room-view.ts'

/**
 * Pages of the board are steps of the browser's history: back returns to the page before, whoever turned it. The page
 * lies in the entry's state and not in its address, which others may have been given.
 */
export function usePageHistory(): void {
  const { view, pages } = useRoom()
  const location = useLocation()
  const navigate = useNavigate()
  const latest = useRef({ location, navigate })
  useEffect(() => {
    latest.current = { location, navigate }
    const wanted = pageIn(location.state)
    const { pageId } = view.getState()
    if (wanted === pageId) return
    if (wanted !== null && pages.store.getState().some(({ id }) => id === wanted)) browseTo(view, wanted)
    // An entry that something else made, or of a page that is gone, is one of the page in front
    else if (pageId !== null)
      void navigate(location, { replace: true, state: withPage(location.state, pageId) })
  }, [location, navigate, view, pages])
  useEffect(
    () =>
      view.subscribe(({ pageId }, before) => {
        const { location: here, navigate: go } = latest.current
        if (pageId === null || pageId === before.pageId || pageId === pageIn(here.state)) return
        // Whoever came by a link to a place has been nowhere before
        const replace = before.pageId === null || isLink(here.search)
        void go(here, { replace, state: withPage(here.state, pageId) })
      }),
    [view],
  )
}

function isLink(search: string): boolean {
  const names = new URLSearchParams(search)
  return names.has(linkNames.card) || names.has(linkNames.page)
}

function pageIn(state: unknown): string | null {
  const { pageId } = (state ?? {}) as { pageId?: unknown }
  return typeof pageId === 'string' ? pageId : null
}

const withPage = (state: unknown, pageId: string) => ({ ...(state as object | null), pageId })
