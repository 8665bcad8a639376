import type { Editor, TLShape } from 'tldraw'
import { toasts } from '#client/ui/toasts.ts'
import type { CardRoom } from '../cards/card-room.ts'

/** From here on a removal is told to everybody. */
const MANY = 5

/**
 * When many cards leave the board at once, whoever did it and everybody else is told, with a way back: what was taken
 * off lies again where it lay. Returns how to stop.
 */
export function tellOfRemovals(editor: Editor, room: CardRoom): () => void {
  let removed: TLShape[] = []
  const stop = [
    editor.sideEffects.registerAfterDeleteHandler('shape', (shape) => void removed.push(shape)),
    editor.sideEffects.registerOperationCompleteHandler(() => {
      const gone = removed.filter(({ id }) => !editor.getShape(id))
      removed = []
      const count = gone.filter(({ type }) => type === 'card').length
      if (count >= MANY) tell(editor, room, gone, count)
    }),
  ]
  return () => stop.forEach((end) => end())
}

function tell(editor: Editor, room: CardRoom, gone: readonly TLShape[], count: number): void {
  const t = room.texts()
  toasts.show({
    text: t('board.removed.many', { count }),
    tone: 'attention',
    ...(editor.getIsReadonly()
      ? {}
      : { action: { label: t('board.removed.back'), run: () => putBack(editor, gone) } }),
  })
}

function putBack(editor: Editor, gone: readonly TLShape[]): void {
  editor.markHistoryStoppingPoint('put back')
  const known = new Set<string>(gone.map(({ id }) => id))
  const lost = gone.filter(({ id, parentId }) => {
    return !editor.getShape(id) && (known.has(parentId) || editor.store.has(parentId))
  })
  editor.store.put([...lost])
}
