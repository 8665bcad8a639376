import type { MouseEvent, ReactNode } from 'react'
import { goTo } from './go-to.ts'

interface WayProps {
  to: string
  className?: string | undefined
  children: ReactNode
}

/** A link to another view, for the views that somebody at the door loads: they come without a router. */
export function Way({ to, className, children }: WayProps) {
  const follow = (event: MouseEvent) => {
    const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
    if (elsewhere) return
    event.preventDefault()
    goTo(to)
  }
  return (
    <a className={className} href={to} onClick={follow}>
      {children}
    </a>
  )
}
