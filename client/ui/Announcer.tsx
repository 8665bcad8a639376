import { useState, useSyncExternalStore } from 'react'
import { announcements } from './announcements.ts'
import { Said } from './Said.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export { announce } from './announcements.ts'

const nothing = { text: '', count: 0 }

/**
 * Reads `announce(…)` out to screen readers without moving the focus. Mounted by the app, and by every dialog: while one
 * is open, nothing outside it is heard. What was said before it opened is not said again.
 */
export function Announcer() {
  const [before] = useState(announcements.snapshot)
  const now = useSyncExternalStore(announcements.subscribe, announcements.snapshot)
  const { text, count } = now === before ? nothing : now
  return (
    <VisuallyHidden>
      {/* The same sentence twice must be two nodes, or the second is not read. */}
      <span role="status" aria-live="polite">
        <span key={count}>
          <Said>{text}</Said>
        </span>
      </span>
    </VisuallyHidden>
  )
}
