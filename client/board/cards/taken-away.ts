import type { Editor, TLShape } from 'tldraw'
import { deleteOnHeadline, writeOnHeadline } from '#client/artefacts/card-actions.ts'
import { toasts } from '#client/ui/toasts.ts'
import type { CardRoom } from './card-room.ts'
import type { CardShape } from './card-shape.ts'

/** A text whose card was taken off the board, and where in it the person was. */
interface TakenText {
  artefactId: string
  /** UTF-16 offset of the caret. */
  at: number
}

/** What a board's keys belong to until the panel's field has the cursor; entered for the moment between the two. */
const takenTexts = new WeakMap<Editor, TakenText>()

const isCard = (shape: TLShape): shape is CardShape => shape.type === 'card'

/**
 * Somebody else takes a card off the board while this person writes on it: the card is put aside, not gone, so writing
 * goes on in its panel, where the caret was, and the rest of the sentence stays with its beginning. Returns how to stop.
 */
export function goOnWritingWhenTakenAway(editor: Editor, room: CardRoom): () => void {
  const letGo = () => void takenTexts.delete(editor)
  const onFocus = ({ target }: FocusEvent) => {
    const taken = takenTexts.get(editor)
    if (!taken || !isTextField(target)) return
    letGo()
    const { at } = taken
    // The field takes up its text after it has the cursor
    queueMicrotask(() => target.setSelectionRange(at, at))
  }
  const stop = editor.sideEffects.registerBeforeDeleteHandler('shape', (shape, source) => {
    if (source !== 'remote' || !isCard(shape)) return
    const { artefactId } = shape.props
    // tldraw has already ended the editing by now; the field is still there
    const field = document.activeElement
    const [written] = room.session.presence.own.getState().e ?? []
    if (written !== artefactId || !isTextField(field) || !editor.getContainer().contains(field)) return
    const at = field.selectionEnd
    // After the change: others may have brought it back in the same one
    queueMicrotask(() => {
      if (editor.isDisposed || editor.getShape(shape.id) || !room.session.artefacts.get(artefactId)) return
      takenTexts.set(editor, { artefactId, at })
      room.openCard(artefactId, shape.id, 'write')
      toasts.show({ text: room.texts()('board.takenAway'), tone: 'attention' })
    })
  })
  window.addEventListener('focusin', onFocus, true)
  window.addEventListener('pointerdown', letGo, true)
  return () => {
    stop()
    letGo()
    window.removeEventListener('focusin', onFocus, true)
    window.removeEventListener('pointerdown', letGo, true)
  }
}

/** True when the key belongs to a text that was just taken away: it would begin a new card, or be a command. */
export function writeOnTaken(editor: Editor, { session }: CardRoom, event: KeyboardEvent): boolean {
  const taken = takenTexts.get(editor)
  if (!taken || event.ctrlKey || event.metaKey || event.altKey) return false
  if (event.key === 'Escape') return takenTexts.delete(editor)
  if (event.key === 'Backspace') taken.at = deleteOnHeadline(session, taken.artefactId, taken.at)
  else if ([...event.key].length === 1)
    taken.at = writeOnHeadline(session, taken.artefactId, event.key, taken.at)
  return true
}

const isTextField = (target: unknown): target is HTMLTextAreaElement => target instanceof HTMLTextAreaElement
