import type { Editor } from 'tldraw'

/**
 * The canvas listens to keys while the person works in it, and not while they write in the room around it. tldraw
 * would take the keyboard when it appears; here it only does if nobody is anywhere else, and never moves the focus.
 *
 * A button that goes when it is pressed, or a click beside everything, leaves the focus nowhere. The next key is then
 * for the canvas: undo after "one card per line" has to work.
 */
export function followFocus(editor: Editor): () => void {
  // The strip of tools stands beside the canvas and belongs to it.
  const container = editor.getContainer().parentElement ?? editor.getContainer()
  const follow = ({ target }: Event) => {
    // Around the canvas is nowhere in particular: what is typed there is for the canvas.
    if (target instanceof Element && target.matches('main')) return
    const inside = target instanceof Node && container.contains(target)
    if (inside === editor.getIsFocused()) return
    if (inside) editor.focus({ focusContainer: false })
    else editor.blur({ blurContainer: false })
  }
  const takeOver = () => {
    if (editor.getIsFocused()) return
    const reading = document.getSelection()?.isCollapsed === false
    const here = container.contains(document.activeElement) || (isNowhere() && !reading)
    if (here) editor.focus({ focusContainer: false })
  }
  if (isNowhere()) editor.focus({ focusContainer: false })
  document.addEventListener('focusin', follow)
  document.addEventListener('pointerdown', follow, true)
  window.addEventListener('keydown', takeOver, true)
  return () => {
    document.removeEventListener('focusin', follow)
    document.removeEventListener('pointerdown', follow, true)
    window.removeEventListener('keydown', takeOver, true)
  }
}

const isNowhere = () =>
  document.activeElement?.matches('body, main') === true && !document.querySelector('dialog[open]')
