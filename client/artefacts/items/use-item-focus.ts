import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react'

/** Marks the element that stands for an item and takes the focus. */
export const itemAttribute = 'data-item'

/**
 * Keeps the focus in a list whose items others add, move and remove at the same time. Moving is React's own care; where
 * the item that had the focus is gone, the next one gets it, or what `whenEmpty` names. A new item's first field gets
 * it when it appears.
 */
export function useItemFocus(list: RefObject<HTMLElement | null>, ids: readonly string[], props: ItemFocus) {
  const inside = useRef<{ id: string; index: number } | null>(null)
  const awaited = useRef<string | null>(null)
  const told = useRef(props)
  told.current = props

  useLayoutEffect(() => {
    const elementOf = (id: string | undefined) =>
      list.current?.querySelector<HTMLElement>(`[${itemAttribute}="${id}"]`)
    if (awaited.current !== null && ids.includes(awaited.current)) {
      elementOf(awaited.current)?.querySelector<HTMLElement>('textarea, input, select')?.focus()
      awaited.current = null
      return
    }
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
  }, [list, ids])

  return {
    /** Call with the id of an item that was just added by hand. */
    awaitItem: (id: string) => void (awaited.current = id),
    onFocus: (event: FocusEvent) => {
      const id = event.target.closest(`[${itemAttribute}]`)?.getAttribute(itemAttribute)
      inside.current = id ? { id, index: ids.indexOf(id) } : null
    },
    onBlur: (event: FocusEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget)) inside.current = null
    },
  }
}

interface ItemFocus {
  whenEmpty: RefObject<HTMLElement | null>
  /** The item that had the focus is gone. */
  onGone: (id: string) => void
}
