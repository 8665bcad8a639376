import type { Editor } from 'tldraw'

/** Where the hand is; in the middle when it is elsewhere, e.g. because somebody works with the keyboard alone. */
export function pointerOrCentre(editor: Editor) {
  const view = editor.getViewportPageBounds()
  const { currentPagePoint } = editor.inputs
  return view.containsPoint(currentPagePoint) ? currentPagePoint : view.center
}
