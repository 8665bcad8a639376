import {
  FrameShapeUtil,
  Group2d,
  Rectangle2d,
  type Geometry2d,
  type TLFrameShape,
  type TLShapeUtilConstructor,
  type VecLike,
} from 'tldraw'
import type { CardRoom } from '../cards/card-room.ts'
import { FieldView } from './FieldView.tsx'
import { isField } from './sheet-pages.ts'

/** Takes what is dropped into it, and has no edge that a hand could catch. */
class FieldGeometry extends Group2d {
  constructor(width: number, height: number) {
    super({ children: [new Rectangle2d({ width, height, isFilled: false })] })
  }

  override distanceToPoint(point: VecLike, hitInside = false): number {
    return hitInside ? super.distanceToPoint(point, true) : Number.POSITIVE_INFINITY
  }
}

/**
 * Frames of a free page are tldraw's own. A field keeps the type, because clipping and hit testing are tied to it,
 * and is drawn as a tint with its title inside.
 */
export class FieldShapeUtil extends FrameShapeUtil {
  protected readonly room: CardRoom | null = null

  override canResize(shape?: TLFrameShape): boolean {
    return !shape || !isField(this.editor, shape)
  }

  override canEdit(shape?: TLFrameShape): boolean {
    return !shape || !isField(this.editor, shape)
  }

  override getGeometry(shape: TLFrameShape): Geometry2d {
    if (!isField(this.editor, shape)) return super.getGeometry(shape)
    return new FieldGeometry(shape.props.w, shape.props.h)
  }

  override component(shape: TLFrameShape) {
    return isField(this.editor, shape) ? <FieldView room={this.room} shape={shape} /> : super.component(shape)
  }

  override indicator(shape: TLFrameShape) {
    return isField(this.editor, shape) ? <g /> : super.indicator(shape)
  }
}

export function fieldShapeUtilOf(room: CardRoom): TLShapeUtilConstructor<TLFrameShape> {
  return class extends FieldShapeUtil {
    protected override readonly room = room
  }
}
