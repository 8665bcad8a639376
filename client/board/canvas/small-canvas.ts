import { useEditor, useValue, type Editor } from 'tldraw'

/** Below this the drawing tools would leave no board to draw on. */
const NARROW = 640
const LOW = 320

/** The board on a phone, or at 400 % zoom: it shows cards and takes new ones; drawing needs a larger screen. */
export function isSmallCanvas(editor: Editor): boolean {
  const { w, h } = editor.getViewportScreenBounds()
  return w < NARROW || h < LOW
}

export function useSmallCanvas(): boolean {
  const editor = useEditor()
  return useValue('small canvas', () => isSmallCanvas(editor), [editor])
}
