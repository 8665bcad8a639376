import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { Row } from './rows.ts'

/**
 * Which row is the active one, and where the focus is. Invariants (cited by the tests):
 * 1. Exactly one row is in the tab order.
 * 2. A change by somebody else never takes the focus away: not when rows move, not when the active row goes.
 * 3. When the active row goes, its next neighbour becomes active.
 */
export function useRovingRows(tree: RefObject<HTMLElement | null>, rows: readonly Row[]) {
  const [wanted, setWanted] = useState<string | null>(null)
  const focusSoon = useRef(false)
  const lastIndex = useRef(0)
  // Before React moves elements about: the browser forgets the focus of an element that is moved or removed.
  const focused = focusedIn(tree)

  const index = rows.findIndex((row) => row.id === wanted)
  const active = rows[index === -1 ? Math.min(lastIndex.current, rows.length - 1) : index]?.id ?? null
  const vanished = wanted !== null && index === -1 && rows.length > 0

  useLayoutEffect(() => {
    if (index !== -1) lastIndex.current = index
    const lost = focused !== null && !tree.current?.contains(document.activeElement) && isNowhere()
    if (!lost && !focusSoon.current) return
    if (lost && !focusSoon.current && focused.isConnected) return focused.focus()
    const row = rowElement(tree.current, active)
    if (!row) return
    focusSoon.current = false
    // An editor that opened in the row has taken the focus already.
    if (!row.contains(document.activeElement)) row.focus()
    row.scrollIntoView({ block: 'nearest' })
  })

  const focusRow = useCallback((id: string) => {
    focusSoon.current = true
    setWanted(id)
  }, [])

  return { active, vanished, focusRow, setActive: setWanted }
}

function focusedIn(tree: RefObject<HTMLElement | null>): HTMLElement | null {
  const now = document.activeElement
  return now instanceof HTMLElement && tree.current?.contains(now) ? now : null
}

const isNowhere = () => document.activeElement === null || document.activeElement === document.body

/** The rendered element of a row. */
export function rowElement(tree: HTMLElement | null, id: string | null): HTMLElement | null {
  const elements = tree?.querySelectorAll<HTMLElement>('[data-row]') ?? []
  return [...elements].find((element) => element.dataset.row === id) ?? null
}
