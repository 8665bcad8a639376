import type { Editor, TLShape } from 'tldraw'
import { isHeldFrom, lockedIn } from '#client/artefacts/locks.ts'
import type { CardRoom } from '../cards/card-room.ts'

/**
 * What the moderation has locked stays where and as it is under everybody else's hand: it is selected, opened and
 * commented on, and neither moved nor changed nor removed, and nothing is laid into it. The server holds it anyway; this
 * saves people from seeing it jump back. Returns how to stop.
 */
export function keepHeldShapes(editor: Editor, { session }: CardRoom): () => void {
  const isHeld = (id: string) => isHeldFrom(session, id)
  const carries = (id: string) =>
    !session.facilitation.getState().mayFacilitate && lockedIn(session).carriers.has(id)
  const stops = [
    editor.sideEffects.registerBeforeChangeHandler('shape', (before, next, source) => {
      if (source !== 'user') return next
      const isLaidIn = before.parentId !== next.parentId && isHeld(next.parentId)
      return isHeld(before.id) || isLaidIn || (carries(before.id) && isElsewhere(before, next))
        ? before
        : next
    }),
    editor.sideEffects.registerBeforeDeleteHandler('shape', ({ id }, source) =>
      source === 'user' && (isHeld(id) || carries(id)) ? false : undefined,
    ),
  ]
  return () => stops.forEach((stop) => stop())
}

const isElsewhere = (a: TLShape, b: TLShape) =>
  a.x !== b.x || a.y !== b.y || a.rotation !== b.rotation || a.parentId !== b.parentId
