import { useRef, type DragEvent } from 'react'

/**
 * Dragging the entries of a list to other ranks with the mouse; buttons and keys do the same without. The place is shown
 * on the element itself (`data-drop`), so that moving the mouse renders nothing.
 * @param attribute marks the element of an entry and holds its id, like `data-item`. It names the drags as well, so that
 * neither a card nor a file nor an entry of another list is taken for one of these.
 * @param move by how many ranks, downwards above zero
 */
export function useRankDrag(
  attribute: `data-${string}`,
  ids: readonly string[],
  move: (id: string, by: number) => void,
) {
  const dragged = useRef<string | null>(null)
  const shownAt = useRef<HTMLElement | null>(null)
  const unshow = () => {
    delete shownAt.current?.dataset.drop
    shownAt.current = null
  }
  const placeAt = (event: DragEvent) => {
    const element = (event.target as HTMLElement).closest<HTMLElement>(`[${attribute}]`)
    const id = element?.getAttribute(attribute)
    if (!element || !id || dragged.current === null) return null
    const { top, height } = element.getBoundingClientRect()
    return { element, id, after: event.clientY > top + height / 2 }
  }
  return {
    /** For the handle of an entry. */
    handle: (id: string) => ({
      draggable: true,
      onDragStart: (event: DragEvent) => {
        dragged.current = id
        event.stopPropagation()
        event.dataTransfer.setData(`application/x-werkraum-${attribute}`, id)
        event.dataTransfer.effectAllowed = 'move'
        const row = event.currentTarget.closest(`[${attribute}]`)
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

/** How many ranks an entry has to move to come to stand before or behind another one. */
export function stepsBetween(
  ids: readonly string[],
  dragged: string,
  at: { id: string; after: boolean },
): number {
  const from = ids.indexOf(dragged)
  const target = ids.indexOf(at.id) + (at.after ? 1 : 0)
  return target > from ? target - from - 1 : target - from
}
