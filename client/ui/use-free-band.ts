import { useLayoutEffect, useState, type RefObject } from 'react'
import { freeBand, type Band } from './free-band.ts'

const CONTROLS =
  'a[href], button, input, select, textarea, summary, [role=button], [role=tab], [contenteditable=true]'

const EDGE_PX = 12
/** Of air between it and what can be pressed. */
const AIR_PX = 4

/**
 * Top of a fixed element that covers nothing one could press, in pixels of the window; asked anew when `what` changes
 * and whenever something scrolls or the window changes. Null while nothing has to be placed.
 */
export function useFreeBand(
  ref: RefObject<HTMLElement | null>,
  what: unknown,
  active: boolean,
): number | null {
  const [top, setTop] = useState<number | null>(null)
  useLayoutEffect(() => {
    if (!active) return
    let frame = 0
    const place = () => {
      frame = 0
      if (ref.current) setTop(bandFor(ref.current))
    }
    const later = () => (frame ||= requestAnimationFrame(place))
    place()
    window.addEventListener('scroll', later, { capture: true, passive: true })
    window.addEventListener('resize', later)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', later, { capture: true })
      window.removeEventListener('resize', later)
    }
  }, [ref, what, active])
  return active ? top : null
}

function bandFor(element: HTMLElement): number {
  const boxes = [...element.children].map((child) => child.getBoundingClientRect())
  const left = Math.min(...boxes.map((box) => box.left))
  const right = Math.max(...boxes.map((box) => box.right))
  const taken = [...document.querySelectorAll<HTMLElement>(CONTROLS)].flatMap((control): Band[] => {
    if (element.contains(control)) return []
    const box = control.getBoundingClientRect()
    const isBeside = box.right <= left || box.left >= right
    return isBeside || box.height === 0 ? [] : [{ top: box.top - AIR_PX, bottom: box.bottom + AIR_PX }]
  })
  const within = { top: EDGE_PX, bottom: window.innerHeight - EDGE_PX }
  return freeBand(element.offsetHeight, taken, within)
}
