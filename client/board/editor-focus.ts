import type { Editor } from 'tldraw'

/**
 * The canvas listens to keys while the person works in it, and not while they write in the room around it. tldraw
 * would take the keyboard when it appears; here it only does if nobody is anywhere else, and never moves the focus.
 */
export function followFocus(editor: Editor): () => void {
  const container = editor.getContainer()
  const follow = ({ target }: Event) => {
    const inside = target instanceof Node && container.contains(target)
    if (inside === editor.getIsFocused()) return
    if (inside) editor.focus({ focusContainer: false })
    else editor.blur({ blurContainer: false })
  }
  if (document.activeElement === document.body) editor.focus({ focusContainer: false })
  document.addEventListener('focusin', follow)
  document.addEventListener('pointerdown', follow, true)
  return () => {
    document.removeEventListener('focusin', follow)
    document.removeEventListener('pointerdown', follow, true)
  }
}
