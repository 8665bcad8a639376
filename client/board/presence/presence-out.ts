import { TLPOINTER_ID, react, type Editor } from 'tldraw'
import type { PresenceState } from '#shared/protocol/presence.ts'
import type { RoomSession } from '#client/session/room-session.ts'

/** Eight times a second looks alive; more would only cost every other person in the room. */
const INTERVAL_MS = 125
const MAX_SELECTED = 20

/** Tells the others where this person is: page, cursor, selection and view. At most eight times a second. */
export function sharePresence(editor: Editor, { presence }: Pick<RoomSession, 'presence'>): () => void {
  let shown = ''
  let sentAt = -INTERVAL_MS
  let timer: ReturnType<typeof setTimeout> | null = null
  const send = () => {
    timer = null
    sentAt = performance.now()
    const state = presenceOf(editor)
    const text = JSON.stringify(state)
    if (text === shown) return
    shown = text
    presence.show(state)
  }
  // Sent outside the reaction: whoever listens may change the canvas in turn.
  const stop = react('share presence', () => {
    presenceOf(editor)
    timer ??= setTimeout(send, Math.max(0, sentAt + INTERVAL_MS - performance.now()))
  })
  return () => {
    stop()
    if (timer) clearTimeout(timer)
    presence.show({ p: undefined, c: undefined, s: undefined, v: undefined })
  }
}

function presenceOf(editor: Editor): PresenceState {
  const pointer = editor.store.get(TLPOINTER_ID)
  // Before the hand moves for the first time, the pointer is nowhere; a finger is no pointer.
  const points = pointer && pointer.lastActivityTimestamp > 0 && !editor.getInstanceState().isCoarsePointer
  const { x, y, w, h } = editor.getViewportPageBounds()
  return {
    p: editor.getCurrentPageId(),
    c: points ? [Math.round(pointer.x), Math.round(pointer.y)] : undefined,
    s: editor.getSelectedShapeIds().slice(0, MAX_SELECTED),
    v: [Math.round(x), Math.round(y), Math.round(w), Math.round(h)],
  }
}
