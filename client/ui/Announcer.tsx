import { useSyncExternalStore } from 'react'
import { announcements } from './announcements.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export { announce } from './announcements.ts'

/** Reads `announce(…)` out to screen readers without moving the focus. Mounted once, by the app. */
export function Announcer() {
  const { text, count } = useSyncExternalStore(announcements.subscribe, announcements.snapshot)
  return (
    <VisuallyHidden>
      {/* The same sentence twice must be two nodes, or the second is not read. */}
      <span role="status" aria-live="polite">
        <span key={count}>{text}</span>
      </span>
    </VisuallyHidden>
  )
}
