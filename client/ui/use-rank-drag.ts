import { useRef, type DragEvent } from 'react'
import { itemAttribute } from './use-item-focus.ts'

/** Names our own drags, so that neither a card nor a file is taken for an item. */
const MIME = 'application/x-werkraum-item'

/**
 * Dragging items with the mouse; buttons and keys do the same without. The place is shown on the element itself, so
 * that moving the mouse renders nothing.
 */
export function useItemDrag(ids: readonly string[], move: (id: string, by: number) => void) {
  const dragged = useRef<string | null>(null)
  const shownAt = useRef<HTMLElement | null>(null)
  const unshow = () => {
    delete shownAt.current?.dataset.drop
    shownAt.current = null
  }
  const placeAt = (event: DragEvent) => {
    const element = (event.target as HTMLElement).closest<HTMLElement>(`[${itemAttribute}]`)
    const id = element?.getAttribute(itemAttribute)
    if (!element || !id || dragged.current === null) return null
    const { top, height } = element.getBoundingClientRect()
    return { element, id, after: event.clientY > top + height / 2 }
  }
  return {
    /** For the handle of an item. */
    handle: (id: string) => ({
      draggable: true,
      onDragStart: (event: DragEvent) => {
        dragged.current = id
        event.stopPropagation()
        event.dataTransfer.setData(MIME, id)
        event.dataTransfer.effectAllowed = 'move'
        const row = event.currentTarget.closest(`[${itemAttribute}]`)
        if (row) event.dataTransfer.setDragImage(row, 0, 0)
      },
      onDragEnd: () => {
        dragged.current = null
        unshow()
      },
    }),
    /** For the list. */
    list: {
      onDragOver: (event: DragEvent) => {
        const at = placeAt(event)
        if (shownAt.current !== at?.element) unshow()
        if (!at) return
        event.preventDefault()
        event.stopPropagation()
        shownAt.current = at.element
        at.element.dataset.drop = at.after ? 'after' : 'before'
      },
      onDrop: (event: DragEvent) => {
        const at = placeAt(event)
        const id = dragged.current
        unshow()
        if (!at || id === null) return
        event.preventDefault()
        event.stopPropagation()
        move(id, stepsBetween(ids, id, at))
      },
    },
  }
}

/** How many ranks an item has to move to come to stand before or behind another one. */
function stepsBetween(ids: readonly string[], dragged: string, at: { id: string; after: boolean }): number {
  const from = ids.indexOf(dragged)
  const target = ids.indexOf(at.id) + (at.after ? 1 : 0)
  return target > from ? target - from - 1 : target - from
}
