import { EventEmitter } from 'node:events'
import type { Editor } from 'tldraw'
import { describe, expect, it } from 'vitest'
import { restWhenStill } from '#client/board/canvas/still-canvas.ts'

/** What the rest needs of tldraw's editor: a loop that emits frames while it runs. */
class LoopingEditor extends EventEmitter {
  path = 'select.idle'
  isRunning = true
  isDisposed = false
  readonly inputs = { isPointing: false }
  readonly scribbles = { scribbleItems: new Map<string, object>() }
  readonly _tickManager = {
    start: () => (this.isRunning = true),
    dispose: () => (this.isRunning = false),
  }

  constructor() {
    super()
    this.on('tick', () => {})
  }

  getPath = () => this.path
  dispatch = () => this

  async frames(count: number): Promise<void> {
    for (let n = 0; n < count && this.isRunning; n++) {
      this.emit('tick', 16)
      await Promise.resolve()
    }
  }
}

function resting() {
  const editor = new LoopingEditor()
  const stop = restWhenStill(editor as unknown as Editor)
  return { editor, stop }
}

describe('the canvas', () => {
  it('rests when nothing moves for a while, not at once', async () => {
    const { editor } = resting()
    await editor.frames(20)
    expect(editor.isRunning).toBe(true)
    await editor.frames(20)
    expect(editor.isRunning).toBe(false)
  })

  it('goes on with the next event, and rests again', async () => {
    const { editor } = resting()
    await editor.frames(40)
    editor.dispatch()
    expect(editor.isRunning).toBe(true)
    await editor.frames(40)
    expect(editor.isRunning).toBe(false)
  })

  it('goes on for whoever wants frames, as long as they listen', async () => {
    const { editor } = resting()
    await editor.frames(40)
    const animate = () => {}
    editor.on('tick', animate)
    await editor.frames(100)
    expect(editor.isRunning).toBe(true)
    editor.off('tick', animate)
    await editor.frames(40)
    expect(editor.isRunning).toBe(false)
  })

  it.each(['select.translating', 'select.brushing', 'draw.drawing'])('never rests in %s', async (path) => {
    const { editor } = resting()
    editor.path = path
    await editor.frames(100)
    expect(editor.isRunning).toBe(true)
  })

  it('rests with a tool that was chosen and is not used', async () => {
    const { editor } = resting()
    editor.path = 'lasso'
    editor.inputs.isPointing = true
    await editor.frames(100)
    expect(editor.isRunning).toBe(true)
    editor.inputs.isPointing = false
    await editor.frames(40)
    expect(editor.isRunning).toBe(false)
  })

  it('never rests while a line of the eraser or the pointer fades', async () => {
    const { editor } = resting()
    editor.scribbles.scribbleItems.set('line', {})
    await editor.frames(100)
    expect(editor.isRunning).toBe(true)
  })

  it('runs as before when it ends', async () => {
    const { editor, stop } = resting()
    await editor.frames(40)
    stop()
    expect(editor.isRunning).toBe(true)
    await editor.frames(100)
    expect(editor.isRunning).toBe(true)
  })

  it('stays where it is when it ends with its editor', async () => {
    const { editor, stop } = resting()
    await editor.frames(40)
    editor.isDisposed = true
    stop()
    expect(editor.isRunning).toBe(false)
  })
})
