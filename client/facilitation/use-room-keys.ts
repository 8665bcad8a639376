import { useEffect } from 'react'
import { toggleFace } from '#client/ui-state/room-view.ts'
import { useRoom } from './room-context.ts'
import { WordWatch } from './word-watch.ts'

/**
 * Keys that mean the same on board and list. Listens before the canvas does, because tldraw has other plans for some
 * of them; plain letters count only where nobody is writing.
 */
export function useRoomKeys(): void {
  const { session, view } = useRoom()
  useEffect(() => {
    const words = new WordWatch()
    const onKey = (event: KeyboardEvent) => {
      const { dialog, face } = view.getState()
      if (dialog || document.querySelector('dialog[open]')) return
      if (isPlainLetter(event) && words.continues(event.timeStamp)) {
        event.preventDefault()
        event.stopPropagation()
        return
      }
      const action = keyAction(event)
      if (!action || (face === 'board' && isTravel(action) && !isInBars(event.target))) return
      event.preventDefault()
      event.stopPropagation()
      if (action === 'search' || action === 'help') view.setState({ dialog: { type: action } })
      else if (action === 'face') toggleFace(view)
      else session.history[action]()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [session, view])
}

type KeyAction = 'search' | 'help' | 'face' | 'undo' | 'redo'

/** What a key press means in a room; null where it belongs to whoever has the focus. */
export function keyAction(event: KeyboardEvent): KeyAction | null {
  const key = event.key.toLowerCase()
  if ((event.ctrlKey || event.metaKey) && !event.altKey) {
    if (key === 'k') return 'search'
    if (isWriting(event.target)) return null
    if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
    return key === 'y' ? 'redo' : null
  }
  if (event.altKey || isWriting(event.target)) return null
  if (key === '?') return 'help'
  return key === 'l' && !event.shiftKey ? 'face' : null
}

const isTravel = (action: KeyAction) => action === 'undo' || action === 'redo'

/** In the bars around the content, where the canvas does not listen. */
function isInBars(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target !== document.body && !target.closest('main')
}

/** A letter that could be a key command: not while writing, and not in a menu, where it looks for an entry. */
function isPlainLetter(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !/^\p{L}$/u.test(event.key))
    return false
  const { target } = event
  return !isWriting(target) && !(target instanceof Element && target.closest('[role=menu], [role=listbox]'))
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('input, textarea, select')
}
