import { useCallback, useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react'

/** Marks the element that stands for an item and takes the focus. */
export const itemAttribute = 'data-item'

/**
 * Keeps the focus in a list whose items others add, move and remove at the same time. Moving is React's own care; where
 * the item that had the focus is gone, the next one gets it, or what `whenEmpty` names. A new item's first field gets
 * it when it appears.
 */
export function useItemFocus(list: RefObject<HTMLElement | null>, ids: readonly string[], props: ItemFocus) {
  const inside = useRef<{ id: string; index: number } | null>(null)
  const awaited = useRef<AwaitedItem | null>(null)
  const told = useRef(props)
  told.current = props

  const elementOf = useCallback(
    (id: string | undefined) => list.current?.querySelector<HTMLElement>(`[${itemAttribute}="${id}"]`),
    [list],
  )
  const goToAwaited = useCallback(() => {
    const element = awaited.current && elementOf(awaited.current.id)
    if (!element || !awaited.current) return false
    goInto(element, awaited.current)
    awaited.current = null
    return true
  }, [elementOf])

  useLayoutEffect(() => {
    if (goToAwaited()) return
    const last = inside.current
    if (!last) return
    const index = ids.indexOf(last.id)
    if (index !== -1) {
      inside.current = { id: last.id, index }
      return
    }
    inside.current = null
    told.current.onGone(last.id)
    const neighbour = elementOf(ids[Math.min(last.index, ids.length - 1)])
    ;(neighbour ?? told.current.whenEmpty.current)?.focus()
  }, [elementOf, goToAwaited, ids])

  return {
    /** Call with an item that was just added by hand, or put back; it gets the focus now, or when it appears. */
    awaitItem: (item: AwaitedItem) => {
      awaited.current = item
      goToAwaited()
    },
    onFocus: (event: FocusEvent) => {
      const id = event.target.closest(`[${itemAttribute}]`)?.getAttribute(itemAttribute)
      inside.current = id ? { id, index: ids.indexOf(id) } : null
    },
    onBlur: (event: FocusEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget)) inside.current = null
    },
  }
}

export interface AwaitedItem {
  id: string
  /** The text in which the caret was, as presence names it, and its UTF-16 offset there; else its first field. */
  caret?: { field: string; at: number }
}

function goInto(element: HTMLElement, { caret }: AwaitedItem): void {
  const text = caret && element.querySelector<HTMLTextAreaElement>(`textarea[data-field="${caret.field}"]`)
  const field = text ?? element.querySelector<HTMLElement>('textarea, input, select')
  field?.focus()
  if (text) text.setSelectionRange(caret.at, caret.at)
}

interface ItemFocus {
  whenEmpty: RefObject<HTMLElement | null>
  /** The item that had the focus is gone. */
  onGone: (id: string) => void
}
