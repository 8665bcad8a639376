import type { Editor, TLShape } from 'tldraw'
import { writeOnHeadline } from '#client/artefacts/card-actions.ts'
import { toasts } from '#client/ui/toasts.ts'
import type { CardRoom } from './card-room.ts'
import type { CardShape } from './card-shape.ts'

const isCard = (shape: TLShape): shape is CardShape => shape.type === 'card'

/**
 * Somebody else takes a card off the board while this person writes on it: the card is put aside, not gone, so writing
 * goes on in its panel, and the rest of the sentence stays with the beginning. Returns how to stop.
 */
export function goOnWritingWhenTakenAway(editor: Editor, room: CardRoom): () => void {
  let letGo = () => {}
  const stop = editor.sideEffects.registerBeforeDeleteHandler('shape', (shape, source) => {
    if (source !== 'remote' || !isCard(shape) || editor.getEditingShapeId() !== shape.id) return
    const { artefactId } = shape.props
    // After the change: others may have brought it back in the same one
    queueMicrotask(() => {
      if (editor.isDisposed || editor.getShape(shape.id) || !room.session.artefacts.get(artefactId)) return
      letGo()
      letGo = catchLetters((letters) => writeOnHeadline(room.session, artefactId, letters))
      room.openCard(artefactId, shape.id, 'write')
      toasts.show({ text: room.texts()('board.takenAway'), tone: 'attention' })
    })
  })
  return () => {
    stop()
    letGo()
  }
}

/** What is typed before the panel's field has the cursor goes into the text as well; nothing takes it for a command. */
function catchLetters(write: (letters: string) => void): () => void {
  const isField = (target: EventTarget | null) =>
    target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
  const end = () => {
    window.removeEventListener('keydown', onKey, true)
    window.removeEventListener('focusin', onFocus, true)
    window.removeEventListener('pointerdown', end, true)
  }
  const onFocus = ({ target }: FocusEvent) => isField(target) && end()
  const onKey = (event: KeyboardEvent) => {
    if (isField(event.target)) return end()
    if (event.key === 'Escape') return end()
    if (event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (event.key.length === 1) write(event.key)
  }
  window.addEventListener('keydown', onKey, true)
  window.addEventListener('focusin', onFocus, true)
  window.addEventListener('pointerdown', end, true)
  return end
}
