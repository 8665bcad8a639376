import { useEffect, useRef, type RefObject } from 'react'
import { useOwnPage, useRoom } from '#client/room-context/room-context.ts'

/**
 * Names the tab after page and group, and gives the keyboard to the content when somebody comes in: otherwise it would
 * begin at the top of the browser's window, and a screen reader would say nothing.
 */
export function useRoomEntrance(): { content: RefObject<HTMLElement | null>; name: string } {
  const { group } = useRoom()
  const name = useOwnPage()?.name ?? group.name
  const content = useRef<HTMLElement>(null)
  useEffect(() => {
    document.title = `${name} · ${group.name} · Werkraum`
  }, [name, group.name])
  useEffect(() => {
    const { activeElement, body } = document
    if (activeElement === null || activeElement === body) content.current?.focus({ preventScroll: true })
  }, [])
  return { content, name }
}
