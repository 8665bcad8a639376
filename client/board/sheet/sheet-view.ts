import { atom, CameraRecordType, react, type Atom, type Editor, type TLCamera, type TLPageId } from 'tldraw'
import { isSheetPage } from './sheet-pages.ts'
import { sheetView, type SheetView } from './sheet-camera.ts'

interface Camera {
  x: number
  y: number
  z: number
}

/**
 * Views that hands have set, by page. They are their person's for as long as the room is open, also over a look at the
 * list, which takes the board away.
 */
type HandViews = Map<TLPageId, Camera>

const handViews = new WeakMap<object, HandViews>()

/**
 * What one person sees of a sheet. Entering a page, and whenever the room beside the board changes, the view fits the
 * sheet's width; once a hand has moved the view of a page, that page is its own.
 */
interface Views {
  byHand: HandViews
  part: Atom<number>
  /** How pages were shown last by no hand. */
  fitted: Map<TLPageId, Camera>
  /** The page in front, if it was fitted on entering it. */
  entered: TLPageId | null
  /** How many hold the view for the time being, e.g. on what somebody presents. */
  heldBy: number
}

const views = new WeakMap<Editor, Views>()

function viewsOf(editor: Editor): Views {
  const known = views.get(editor) ?? {
    byHand: new Map(),
    part: atom('part of the sheet', 0),
    fitted: new Map(),
    entered: null,
    heldBy: 0,
  }
  views.set(editor, known)
  return known
}

/** Whether a hand has set what this person sees of the page in front. */
export const isViewByHand = (editor: Editor) => viewsOf(editor).byHand.has(editor.getCurrentPageId())

/** Shows a page that was just entered as a hand has left it; false where no hand has. */
export function showAsLeft(editor: Editor): boolean {
  const camera = viewsOf(editor).byHand.get(editor.getCurrentPageId())
  if (camera) editor.setCamera(camera, { immediate: true, force: true })
  return camera !== undefined
}

/** Fits a sheet that was just entered, so that whoever goes on to a card of it starts from there. */
export function enterSheet(editor: Editor): void {
  viewsOf(editor).part.set(0)
  if (fitSheet(editor)) viewsOf(editor).entered = editor.getCurrentPageId()
}

/** What is in sight now was no hand's doing. */
export function noteFitted(editor: Editor): void {
  const { x, y, z } = editor.getCamera()
  viewsOf(editor).fitted.set(editor.getCurrentPageId(), { x, y, z })
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
  editor.setCamera(fitting.camera, { immediate: true, force: true })
  noteFitted(editor)
  viewsOf(editor).byHand.delete(editor.getCurrentPageId())
  return true
}

/** Turns over to another part of a sheet that is too wide for the window, at the height where one reads. */
export function showPart(editor: Editor, part: number): void {
  viewsOf(editor).part.set(part)
  const fitting = fittingView(editor)
  if (!fitting) return
  const { y, z } = editor.getCamera()
  editor.setCamera({ x: (fitting.camera.x * fitting.camera.z) / z, y, z }, { immediate: true })
  if (!isViewByHand(editor)) noteFitted(editor)
}

/**
 * Keeps the sheet fitted until a hand moves the view.
 *
 * @param owner whose end is the end of what hands have set
 * @returns how to stop
 */
export function keepSheetFitted(editor: Editor, owner: object): () => void {
  const state = viewsOf(editor)
  state.byHand = handViews.get(owner) ?? state.byHand
  handViews.set(owner, state.byHand)
  let page: TLPageId | null = null
  let wide = 0
  const fit = (entering: boolean) => {
    if (editor.isDisposed || state.heldBy > 0) return
    const isFitted = entering && state.entered === editor.getCurrentPageId()
    // Whoever follows somebody sees what they see; a view of one's own would end that.
    if (isFitted || editor.getInstanceState().followingUserId !== null) return
    if (!isViewByHand(editor)) fitSheet(editor)
    else if (entering) showAsLeft(editor)
  }
  const stop = [
    react('room beside the board', () => {
      const now = editor.getCurrentPageId()
      const { w } = editor.getViewportScreenBounds()
      if (now === page && w === wide) return
      const entering = now !== page
      if (entering) state.part.set(0)
      if (state.entered !== now) state.entered = null
      ;[page, wide] = [now, w]
      queueMicrotask(() => fit(entering))
    }),
    editor.store.listen(
      ({ changes }) => {
        if (state.heldBy > 0) return
        for (const [, to] of Object.values(changes.updated)) if (to.typeName === 'camera') noteHand(state, to)
      },
      { scope: 'session' },
    ),
  ]
  return () => stop.forEach((end) => end())
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
    if (isViewByHand(editor)) return
    noteFitted(editor)
    queueMicrotask(() => {
      if (!editor.isDisposed && state.heldBy === 0) fitSheet(editor)
    })
  }
}

/** This person's hand has moved the view of the page, while it was held. */
export function keepViewAsMoved(editor: Editor): void {
  const { x, y, z } = editor.getCamera()
  viewsOf(editor).byHand.set(editor.getCurrentPageId(), { x, y, z })
}

/** Listeners hear of changes later than they happen: what is just as it was fitted was no hand. */
function noteHand({ byHand, fitted }: Views, { id, x, y, z }: TLCamera): void {
  const pageId = id.slice(CameraRecordType.typeName.length + 1) as TLPageId
  const known = fitted.get(pageId)
  if (known && same(known.x, x) && same(known.y, y) && same(known.z, z)) return
  byHand.set(pageId, { x, y, z })
}

const same = (a: number, b: number) => Math.abs(a - b) < 0.01
