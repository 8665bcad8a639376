import type { Editor, TLFrameShape, TLShape } from 'tldraw'
import type { CardRoom } from '../cards/card-room.ts'

/** What the canvas writes by itself, whatever language it was told. */
const CONTROL = 'Ctrl'

/**
 * Two English words stand in the canvas's code and not in its texts: a frame without a name is called "Frame", and menus
 * show a key "Ctrl" that German keyboards do not have. Returns how to stop.
 */
export function sayInOwnWords(editor: Editor, room: CardRoom): () => void {
  const stop = [nameFrames(editor, room), nameKeys(editor.getContainer(), room)]
  return () => stop.forEach((end) => end())
}

function nameFrames({ sideEffects }: Editor, room: CardRoom): () => void {
  const named = (shape: TLShape, source: 'user' | 'remote'): TLShape => {
    if (shape.type !== 'frame' || source !== 'user' || (shape as TLFrameShape).props.name.trim() !== '')
      return shape
    const name = room.texts()('board.tools.names.frame')
    return { ...shape, props: { ...shape.props, name } }
  }
  const stop = [
    sideEffects.registerBeforeCreateHandler('shape', named),
    sideEffects.registerBeforeChangeHandler('shape', (_, after, source) => named(after, source)),
  ]
  return () => stop.forEach((end) => end())
}

/** Menus are laid into the canvas's container whole, when they open. */
function nameKeys(container: HTMLElement, room: CardRoom): () => void {
  const opened = new MutationObserver((changes) => {
    const keys = changes.flatMap(({ addedNodes }) =>
      [...addedNodes].flatMap((node) =>
        node instanceof Element ? [...node.querySelectorAll<HTMLElement>('kbd span')] : [],
      ),
    )
    for (const key of keys)
      if (key.textContent === CONTROL) key.textContent = room.texts()('room.keys.control')
  })
  opened.observe(container, { childList: true })
  return () => opened.disconnect()
}
