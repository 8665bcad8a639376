import { atom, pointInPolygon, StateNode, type Editor, type TLShapeId, type VecLike } from 'tldraw'
import { isField } from '../sheet/sheet-pages.ts'

export const LASSO = 'lasso'
/** Nearer than this to the last point a new one tells nothing. */
const A_STEP_PX = 4

/** A line drawn around cards selects them, wherever they lie between others that are not meant. */
export class LassoTool extends StateNode {
  static override id = LASSO
  /** What is drawn at this moment, in page coordinates. */
  readonly loop = atom<readonly VecLike[]>('loop of the lasso', [])

  override onEnter() {
    this.editor.setCursor({ type: 'cross', rotation: 0 })
  }

  override onPointerDown() {
    this.loop.set([this.editor.inputs.currentPagePoint.clone()])
  }

  override onPointerMove() {
    const { currentPagePoint: at, isDragging } = this.editor.inputs
    const last = this.loop.get().at(-1)
    if (!isDragging || !last) return
    if (Math.hypot(at.x - last.x, at.y - last.y) * this.editor.getZoomLevel() < A_STEP_PX) return
    this.loop.update((points) => [...points, at.clone()])
  }

  override onPointerUp() {
    const { shiftKey } = this.editor.inputs
    const chosen = within(this.editor, this.loop.get())
    const before = shiftKey ? this.editor.getSelectedShapeIds() : []
    this.editor.setCurrentTool('select')
    this.editor.setSelectedShapes([...new Set([...before, ...chosen])])
  }

  override onCancel() {
    this.editor.setCurrentTool('select')
  }

  override onExit() {
    this.loop.set([])
  }
}

/**
 * Cards and drawings whose middle lies in the loop. What lies on a card that is in it goes along with that one and is not
 * chosen a second time.
 */
function within(editor: Editor, loop: readonly VecLike[]): TLShapeId[] {
  if (loop.length < 3) return []
  const inside = editor.getCurrentPageShapes().filter((shape) => {
    if (isField(editor, shape) || shape.type === 'frame' || editor.isShapeHidden(shape)) return false
    const bounds = editor.getShapePageBounds(shape)
    return bounds !== undefined && pointInPolygon(bounds.center, [...loop])
  })
  const ids = new Set<string>(inside.map(({ id }) => id))
  return inside.filter(({ parentId }) => !ids.has(parentId)).map(({ id }) => id)
}
