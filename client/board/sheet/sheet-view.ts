import { atom, react, type Atom, type Editor, type TLPageId } from 'tldraw'
import { isSheetPage } from './sheet-pages.ts'
import { sheetView, type SheetView } from './sheet-camera.ts'

/**
 * What one person sees of a sheet. Entering a page, and whenever the room beside the board changes, the view fits the
 * sheet's width; once a hand has moved the view of a page, that page is its own.
 */
interface Views {
  movedByHand: Set<TLPageId>
  part: Atom<number>
  /** True while the view is being fitted, so that this is not taken for a hand. */
  fitting: boolean
  /** How many hold the view for the time being, e.g. on what somebody presents. */
  heldBy: number
}

const views = new WeakMap<Editor, Views>()

function viewsOf(editor: Editor): Views {
  const known = views.get(editor) ?? {
    movedByHand: new Set(),
    part: atom('part of the sheet', 0),
    fitting: false,
    heldBy: 0,
  }
  views.set(editor, known)
  return known
}

/** The view that fits now; null on a free page. */
export function fittingView(editor: Editor): SheetView | null {
  if (!isSheetPage(editor, editor.getCurrentPageId())) return null
  return sheetView(editor.getViewportScreenBounds(), viewsOf(editor).part.get())
}

/** Fits the sheet's width; false on a free page. */
export function fitSheet(editor: Editor): boolean {
  const fitting = fittingView(editor)
  if (!fitting) return false
  const state = viewsOf(editor)
  state.fitting = true
  editor.setCamera(fitting.camera, { immediate: true, force: true })
  state.fitting = false
  state.movedByHand.delete(editor.getCurrentPageId())
  return true
}

/** Turns over to another part of a sheet that is too wide for the window, at the height where one reads. */
export function showPart(editor: Editor, part: number): void {
  const state = viewsOf(editor)
  state.part.set(part)
  const fitting = fittingView(editor)
  if (!fitting) return
  const { y, z } = editor.getCamera()
  state.fitting = true
  editor.setCamera({ x: (fitting.camera.x * fitting.camera.z) / z, y, z }, { immediate: true })
  state.fitting = false
}

/** Keeps the sheet fitted until a hand moves the view. Returns how to stop. */
export function keepSheetFitted(editor: Editor): () => void {
  const state = viewsOf(editor)
  let page: TLPageId | null = null
  let wide = 0
  const stop = [
    react('room beside the board', () => {
      const now = editor.getCurrentPageId()
      const { w } = editor.getViewportScreenBounds()
      if (now === page && w === wide) return
      if (now !== page) state.part.set(0)
      ;[page, wide] = [now, w]
      if (!state.movedByHand.has(now)) fitSoon(editor)
    }),
    editor.store.listen(
      ({ changes }) => {
        if (state.fitting || state.heldBy > 0) return
        const moved = Object.values(changes.updated).some(
          ([from, to]) =>
            from.typeName === 'camera' &&
            to.typeName === 'camera' &&
            (from.x !== to.x || from.y !== to.y || from.z !== to.z),
        )
        if (moved) noteHand(editor, state)
      },
      { scope: 'session' },
    ),
  ]
  return () => stop.forEach((end) => end())
}

function fitSoon(editor: Editor): void {
  queueMicrotask(() => {
    if (!editor.isDisposed && viewsOf(editor).heldBy === 0) fitSheet(editor)
  })
}

/**
 * While something else holds the view, it is neither fitted nor taken for moved by hand; afterwards it fits again, as
 * long as no hand has moved the view of the page. Returns how to let go.
 */
export function leaveViewToOthers(editor: Editor): () => void {
  const state = viewsOf(editor)
  state.heldBy++
  return () => {
    state.heldBy--
    if (!state.movedByHand.has(editor.getCurrentPageId())) fitSoon(editor)
  }
}

/** This person's hand has moved the view of the page, while it was held. */
export function keepViewAsMoved(editor: Editor): void {
  viewsOf(editor).movedByHand.add(editor.getCurrentPageId())
}

/** Listeners hear of changes later than they happen: what is just as fitted was no hand. */
function noteHand(editor: Editor, state: Views): void {
  const fitting = fittingView(editor)
  const { x, y, z } = editor.getCamera()
  const { camera } = fitting ?? {}
  if (camera && same(camera.x, x) && same(camera.y, y) && same(camera.z, z)) return
  state.movedByHand.add(editor.getCurrentPageId())
}

const same = (a: number, b: number) => Math.abs(a - b) < 0.01
