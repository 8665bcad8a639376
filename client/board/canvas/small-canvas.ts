import { useEditor, useValue, type Editor } from 'tldraw'

/**
 * Below this the drawing tools would leave no board to draw on. The whole board counts, the tools' strip included, as in
 * board.module.css: what the strip leaves says nothing, because a narrow board has none.
 */
const NARROW = 688
const LOW = 320
const STRIP_PX = 48

/** The board on a phone, or at 400 % zoom: it shows cards and takes new ones; drawing needs a larger screen. */
export function isSmallCanvas(editor: Editor): boolean {
  const { w, h } = editor.getViewportScreenBounds()
  const board = editor.getContainer().parentElement?.clientWidth || w + STRIP_PX
  return board < NARROW || h < LOW
}

export function useSmallCanvas(): boolean {
  const editor = useEditor()
  return useValue('small canvas', () => isSmallCanvas(editor), [editor])
}
