import { StateNode, Vec, type Editor, type TLPointerEventInfo } from 'tldraw'
import { isSmallCanvas } from './small-canvas.ts'

/**
 * On a phone a finger that slides moves the view, as everywhere on a phone. tldraw would draw a selection, or drag
 * along whatever card lies under the finger. A card that is selected, or held for a moment, still moves.
 */
export function panByFinger(editor: Editor): void {
  const select = editor.getStateDescendant('select')
  const onCanvas = editor.getStateDescendant<StateNode>('select.pointing_canvas')
  const onShape = editor.getStateDescendant<StateNode & { didSelectOnEnter: boolean }>(
    'select.pointing_shape',
  )
  if (!select || !onCanvas || !onShape || select.children?.[FingerPan.id]) return
  select.addChild(FingerPan)
  panInsteadOf(onCanvas, () => true)
  panInsteadOf(onShape, () => onShape.didSelectOnEnter)
}

function panInsteadOf(state: StateNode, means: () => boolean): void {
  const { editor } = state
  const move = state.onPointerMove?.bind(state)
  state.onPointerMove = (info: TLPointerEventInfo) => {
    const slides = editor.inputs.isDragging && isTouch(editor) && means()
    if (!slides) {
      move?.(info)
      return
    }
    editor.selectNone()
    state.parent.transition(FingerPan.id, info)
  }
}

const isTouch = (editor: Editor) => editor.getInstanceState().isCoarsePointer && isSmallCanvas(editor)

class FingerPan extends StateNode {
  static override id = 'finger_pan'
  private from = new Vec()

  override onEnter() {
    this.from = Vec.From(this.editor.getCamera())
    this.follow()
  }

  override onPointerMove() {
    this.follow()
  }

  override onPointerUp() {
    this.parent.transition('idle')
  }

  override onCancel() {
    this.parent.transition('idle')
  }

  override onComplete() {
    this.parent.transition('idle')
  }

  override onInterrupt() {
    this.parent.transition('idle')
  }

  private follow() {
    const { currentScreenPoint, originScreenPoint } = this.editor.inputs
    const way = Vec.Sub(currentScreenPoint, originScreenPoint).div(this.editor.getZoomLevel())
    // Not Vec.Add, which forgets the third number: a camera's zoom.
    this.editor.setCamera(this.from.clone().add(way))
  }
}
