import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages, useRoom } from '#client/room-context/room-context.ts'
import type { RoomPage } from '#client/room-context/room-pages.ts'
import { announce } from '#client/ui/announcements.ts'
import type { Phase } from '#shared/workshop/phases.ts'
import { moveBeside, moveTo } from './page-actions.ts'
import { focusIn, type RowButton } from './row-focus.ts'

export interface Moves {
  beside: (page: RoomPage, by: 1 | -1) => void
  to: (page: RoomPage, phase: Phase | null, rank: number) => void
}

/** Moves pages and says where they came to stand; the keyboard stays on the button that was pressed. */
export function useMoves(list: { readonly current: HTMLElement | null }): Moves {
  const { t } = useTranslation()
  const { session, pages: store } = useRoom()
  const pages = usePages()
  const pressed = useRef<{ pageId: string; button: RowButton } | null>(null)
  useEffect(() => {
    if (!pressed.current) return
    const { pageId, button } = pressed.current
    pressed.current = null
    // In another phase the row is another element
    focusIn(list.current?.querySelector(`[data-page="${CSS.escape(pageId)}"]`), button)
  }, [pages, list])
  const say = ({ id, name }: RoomPage) => {
    const all = store.store.getState()
    const phase = all.find((page) => page.id === id)?.phase ?? null
    const ranks = all.filter((page) => page.phase === phase)
    announce(
      t('room.pages.moved', {
        page: name,
        phase: phase === null ? t('room.phases.none') : t(`workshop.phaseShort.${phase}`),
        rank: ranks.findIndex((page) => page.id === id) + 1,
        count: ranks.length,
      }),
    )
  }
  return {
    beside: (page, by) => {
      pressed.current = { pageId: page.id, button: by < 0 ? 'up' : 'down' }
      if (moveBeside(session, page.id, by)) say(page)
      else pressed.current = null
    },
    to: (page, phase, rank) => {
      pressed.current = { pageId: page.id, button: 'menu' }
      moveTo(session, page.id, phase, rank)
      say(page)
    },
  }
}
