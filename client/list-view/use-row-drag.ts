import { useRef, type DragEvent } from 'react'
import { stepsBetween } from '#client/ui/use-rank-drag.ts'
import type { CardRow, Row } from './rows.ts'
import type { ListActions } from './use-list-actions.ts'

/** Where a dragged card would go: into a page or frame, or before or behind another card. */
type DropPlace = { type: 'into'; parentId: string } | { type: 'beside'; row: CardRow; after: boolean }

/** Names our own drags, so that a file or a text from elsewhere is not taken for a card. */
const MIME = 'application/x-werkraum-card'

/**
 * Dragging cards with the mouse; keys and menu do the same without (Alt and arrows, "Verschieben nach …").
 * The place is shown on the row's element itself, so that moving the mouse renders nothing.
 */
export function useRowDrag(rows: readonly Row[], actions: ListActions) {
  const shownAt = useRef<HTMLElement | null>(null)
  const unshow = () => {
    delete shownAt.current?.dataset.drop
    shownAt.current = null
  }
  const rowAt = (event: DragEvent) => {
    const element = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')
    const row = rows.find(({ id }) => id === element?.dataset.row)
    return element && row ? { element, row } : null
  }
  const placeAt = (event: DragEvent) => {
    const at = rowAt(event)
    const box = at?.element.getBoundingClientRect()
    const place = at && dropPlace(at.row, event.clientY > box!.top + box!.height / 2)
    return place ? { place, element: at.element } : null
  }

  return {
    onDragStart: (event: DragEvent) => {
      const row = rowAt(event)?.row
      if (row?.type !== 'card') return event.preventDefault()
      event.dataTransfer.setData(MIME, row.id)
      event.dataTransfer.effectAllowed = 'move'
    },
    onDragOver: (event: DragEvent) => {
      const at = event.dataTransfer.types.includes(MIME) ? placeAt(event) : null
      if (shownAt.current !== at?.element) unshow()
      if (!at) return
      event.preventDefault()
      shownAt.current = at.element
      at.element.dataset.drop = at.place.type === 'into' ? 'into' : at.place.after ? 'after' : 'before'
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) unshow()
    },
    onDragEnd: unshow,
    onDrop: (event: DragEvent) => {
      const at = placeAt(event)
      const dragged = rows.find(({ id }) => id === event.dataTransfer.getData(MIME))
      unshow()
      if (!at || dragged?.type !== 'card') return
      event.preventDefault()
      drop(dragged, at.place, rows, actions)
    },
  }
}

function dropPlace(row: Row, after: boolean): DropPlace | null {
  switch (row.type) {
    case 'page':
    case 'frame':
      return { type: 'into', parentId: row.id }
    case 'card':
      return { type: 'beside', row, after }
    default:
      return null
  }
}

function drop(dragged: CardRow, place: DropPlace, rows: readonly Row[], actions: ListActions): void {
  const parentId = place.type === 'into' ? place.parentId : place.row.parentId
  if (!parentId) return
  if (parentId !== dragged.parentId) return actions.move(dragged, parentId)
  const steps = place.type === 'beside' ? stepsTo(dragged, place, rows) : 0
  if (steps !== 0) actions.reorder(dragged, steps)
}

/** How many ranks a card has to move to come to stand before or behind another one of the same section. */
export function stepsTo(
  dragged: CardRow,
  { row, after }: { row: CardRow; after: boolean },
  rows: readonly Row[],
): number {
  const siblings = rows.filter((one) => one.type === 'card' && one.parentId === dragged.parentId)
  return stepsBetween(
    siblings.map(({ id }) => id),
    dragged.id,
    { id: row.id, after },
  )
}
