import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { usePrinting } from '#client/ui/use-printing.ts'
import type { Row } from './rows.ts'

/** Rows from `from` up to, not including, `to`. */
interface Range {
  from: number
  to: number
}

/** Of the list's own height. */
interface Stretch {
  top: number
  bottom: number
}

/** What stands in the list: a row, or the room that rows out of sight would take. */
type Piece = { type: 'row'; index: number } | { type: 'gap'; height: number; from: number }

/** Lists up to this length are rendered whole: the browser's own search then finds everything. */
const WHOLE_UP_TO = 120
/** Rendered around the window, and how much of it is left when rows change, so that no few pixels swing them to and fro. */
const BEYOND_SIGHT_PX = 800
const LEFT_AT_LEAST_PX = 400
const GUESSED_ROW_PX = 66

/**
 * Renders only what is near the window; 2,000 rows would take seconds to mount. Heights are guessed until a row has
 * been seen. The active row is always there, wherever it is, so that the focus has a home.
 */
export function useRowWindow(
  tree: RefObject<HTMLElement | null>,
  rows: readonly Row[],
  activeId: string | null,
): Piece[] {
  const heights = useRef(new Map<string, number>())
  const [range, setRange] = useState<Range>({ from: 0, to: WHOLE_UP_TO })
  const printing = usePrinting()
  const whole = printing || rows.length <= WHOLE_UP_TO
  const heightOf = useCallback((id: string) => heights.current.get(id) ?? GUESSED_ROW_PX, [])

  const refresh = useCallback(() => {
    if (whole || !tree.current) return
    const top = -tree.current.getBoundingClientRect().top
    const known = rows.map((row) => heightOf(row.id))
    setRange((now) => rangeToShow(now, known, { top, bottom: top + window.innerHeight }))
  }, [tree, rows, whole, heightOf])

  useLayoutEffect(() => {
    if (whole) return
    for (const element of tree.current?.querySelectorAll<HTMLElement>('[data-row]') ?? []) {
      if (element.offsetHeight > 0) heights.current.set(element.dataset.row!, roomOf(element))
    }
    refresh()
  }, [tree, refresh, whole, range])

  useEffect(() => {
    if (whole) return
    // Captured, because it is some element around the list that scrolls, not the page.
    document.addEventListener('scroll', refresh, { capture: true, passive: true })
    window.addEventListener('resize', refresh)
    return () => {
      document.removeEventListener('scroll', refresh, { capture: true })
      window.removeEventListener('resize', refresh)
    }
  }, [refresh, whole])

  const active = rows.findIndex((row) => row.id === activeId)
  return piecesOf(rows.length, whole ? { from: 0, to: rows.length } : range, active, (index) =>
    heightOf(rows[index]!.id),
  )
}

/** What a row takes of the list, with the distance kept above it: the gap in its stead has to be as high. */
function roomOf(row: HTMLElement): number {
  return row.getBoundingClientRect().height + parseFloat(getComputedStyle(row).marginBlockStart)
}

/** The range that is there for as long as enough of it is left around what is in sight, else a new one. */
export function rangeToShow(now: Range, heights: readonly number[], sight: Stretch): Range {
  const around = (px: number) => rangeInSight(heights, { top: sight.top - px, bottom: sight.bottom + px })
  const least = around(LEFT_AT_LEAST_PX)
  return now.from <= least.from && now.to >= least.to ? now : around(BEYOND_SIGHT_PX)
}

/** The rows that touch a stretch of the list's own height. */
export function rangeInSight(heights: readonly number[], sight: Stretch): Range {
  let from = 0
  let y = 0
  while (from < heights.length && y + heights[from]! < sight.top) y += heights[from++]!
  let to = from
  while (to < heights.length && y < sight.bottom) y += heights[to++]!
  return { from, to }
}

/** The range as rows, the active row in its place, and gaps for everything else. */
export function piecesOf(
  count: number,
  range: Range,
  active: number,
  heightOf: (index: number) => number,
): Piece[] {
  const pieces: Piece[] = []
  for (let index = 0; index < count; index++) {
    if ((index >= range.from && index < range.to) || index === active) {
      pieces.push({ type: 'row', index })
      continue
    }
    const last = pieces.at(-1)
    if (last?.type === 'gap') last.height += heightOf(index)
    else pieces.push({ type: 'gap', height: heightOf(index), from: index })
  }
  return pieces
}
