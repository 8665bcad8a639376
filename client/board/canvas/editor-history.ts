import { atom, type Editor } from 'tldraw'
import type { RoomSession } from '#client/session/room-session.ts'
import type { StoreBinding } from '../records/store-binding.ts'

/**
 * Undo belongs to the document, not to the canvas: per person, over cards and drawings together. tldraw's own history
 * keeps running, because Escape takes a gesture back with it, but nobody reaches it.
 *
 * A stopping point of tldraw's is a checkpoint of ours: everything between two of them is one step, so that a drag is
 * undone as a whole, however many changes it sent.
 */
export function takeOverHistory(
  editor: Editor,
  { history }: Pick<RoomSession, 'history'>,
  binding: StoreBinding,
): () => void {
  const state = atom('document history', history.state.getState())
  const stop = history.state.subscribe((next) => state.set(next))
  const mark = editor.markHistoryStoppingPoint.bind(editor)
  editor.markHistoryStoppingPoint = (name) => {
    binding.flush()
    history.checkpoint()
    return mark(name)
  }
  const travel = (step: () => void) => () => {
    binding.flush()
    step()
    return editor
  }
  editor.undo = travel(() => history.undo())
  editor.redo = travel(() => history.redo())
  editor.getCanUndo = () => state.get().canUndo
  editor.getCanRedo = () => state.get().canRedo
  return stop
}
