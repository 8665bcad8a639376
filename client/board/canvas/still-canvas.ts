import type { Editor } from 'tldraw'

/** How long nothing has to happen until the canvas stops counting frames. */
const STILL_MS = 400
/** Tools in these states, and those without states, wait for an event; in all others frames move something. */
const WAITING = /^[^.]+$|\.(idle|editing_shape)$/
/** What listens to frames at all times: the canvas itself, and this module. */
const ALWAYS_LISTENING = 2
/** All ways by which something begins that may need frames. */
const DOORS = ['dispatch', 'on', 'once', 'addListener'] as const

/** tldraw's loop over frames, which its published types leave out. */
interface FrameLoop {
  start: () => void
  dispose: () => void
}

/**
 * tldraw asks the browser for every frame as long as it stands, which costs a tenth of a core on a board that nobody
 * touches for two hours. Its loop rests here when nothing moves, and goes on with the next event or listener. Returns how
 * to stop, with the loop running.
 */
export function restWhenStill(editor: Editor): () => void {
  const loop = (editor as unknown as { _tickManager: FrameLoop })._tickManager
  let stillForMs = 0
  let isResting = false

  const wake = () => {
    stillForMs = 0
    if (!isResting) return
    isResting = false
    loop.start()
  }
  const isMoving = () =>
    !WAITING.test(editor.getPath()) ||
    editor.inputs.isPointing ||
    editor.scribbles.scribbleItems.size > 0 ||
    editor.listenerCount('tick') > ALWAYS_LISTENING ||
    editor.listenerCount('frame') > 0
  const onTick = (elapsedMs: number) => {
    stillForMs = isMoving() ? 0 : stillForMs + elapsedMs
    if (stillForMs < STILL_MS) return
    isResting = true
    // The loop asks for its next frame after its listeners
    queueMicrotask(() => isResting && loop.dispose())
  }

  editor.on('tick', onTick)
  const doors = editor as unknown as Record<(typeof DOORS)[number], (...args: unknown[]) => unknown>
  const originals = DOORS.map((door) => [door, doors[door].bind(editor)] as const)
  for (const [door, original] of originals)
    doors[door] = (...args) => {
      wake()
      return original(...args)
    }
  return () => {
    for (const [door, original] of originals) doors[door] = original
    editor.off('tick', onTick)
    // A loop that has ended with its editor would run on for ever
    if (!editor.isDisposed) wake()
  }
}
