import type { Editor } from 'tldraw'

/** A turn of the wheel is many events; the canvas keeps listening until it rests. */
const RESTS_AFTER_MS = 200

/**
 * After somebody turned the page the next key and what is pasted are for the board, without a press on it first. Who
 * turned it by a key stays at their button, except in the list of pages, which they are through with.
 */
export function takeKeyboard(editor: Editor): void {
  const at = document.activeElement
  if (!at || document.querySelector('dialog[open]')) return
  const isThrough = at.matches('body, main') || at.closest('nav[data-region=pages]') !== null
  const wasPressed =
    at.closest('header, section[data-region], aside') !== null &&
    !at.matches('input, textarea, select, [contenteditable=true], :focus-visible')
  if (isThrough || wasPressed) editor.focus()
}

/**
 * The wheel is for what lies under the pointer, wherever the keyboard is; the canvas listens to it only while it has the
 * keyboard. Returns how to stop.
 */
export function takeWheel(editor: Editor): () => void {
  const container = editor.getContainer()
  let timer: ReturnType<typeof setTimeout> | null = null
  const giveBack = () => {
    timer = null
    const at = document.activeElement
    const isElsewhere = at !== null && !at.matches('body, main') && !container.parentElement?.contains(at)
    if (isElsewhere) editor.blur({ blurContainer: false })
  }
  const onWheel = () => {
    if (timer === null && editor.getIsFocused()) return
    if (timer) clearTimeout(timer)
    timer = setTimeout(giveBack, RESTS_AFTER_MS)
    editor.focus({ focusContainer: false })
  }
  container.addEventListener('wheel', onWheel, { capture: true, passive: true })
  return () => {
    if (timer) clearTimeout(timer)
    container.removeEventListener('wheel', onWheel, { capture: true })
  }
}
