import {
  BaseBoxShapeUtil,
  Rectangle2d,
  T,
  resizeBox,
  type RecordProps,
  type TLDragShapesOutInfo,
  type TLResizeInfo,
  type TLShape,
  type TLShapeUtilConstructor,
} from 'tldraw'
import { limits } from '#shared/base/limits.ts'
import { headlineOf } from '#shared/document/artefacts.ts'
import { isHeldFrom } from '#client/artefacts/locks.ts'
import { CardView } from './CardView.tsx'
import { describeCard } from './card-description.ts'
import { isHome, neededHeight } from './card-face.ts'
import { bringIntoView, withdrawOffer } from './card-placing.ts'
import type { CardRoom, CardSource } from './card-room.ts'
import { copiedWords } from './card-copies.ts'
import type { CardShape } from './card-shape.ts'

const MIN_SIZE = { minWidth: 120, minHeight: 80 }
const side = T.positiveNumber.check((value) => {
  if (value > limits.maxCoordinate) throw new T.ValidationError('side out of range')
})

/** The part that needs no room: enough to build a store and to check records. */
export class CardShapeUtil extends BaseBoxShapeUtil<CardShape> {
  static override type = 'card' as const
  static override props: RecordProps<CardShape> = { w: side, h: side, artefactId: T.string }

  protected readonly source: CardSource | null = null
  protected readonly room: CardRoom | null = null

  override getDefaultProps(): CardShape['props'] {
    return { w: 200, h: 160, artefactId: '' }
  }

  override canEdit(shape?: CardShape) {
    return !shape || !this.room || !isHeldFrom(this.room.session, shape.id)
  }

  override hideRotateHandle() {
    return true
  }

  /** Writing is an undo step of its own, apart from placing the card. */
  override onEditStart({ id }: CardShape) {
    this.editor.markHistoryStoppingPoint('writing')
    bringIntoView(this.editor, id)
  }

  override onEditEnd(shape: CardShape) {
    this.editor.markHistoryStoppingPoint('written')
    if (this.room) withdrawOffer(this.editor, this.room, shape)
  }

  override onResize(shape: CardShape, info: TLResizeInfo<CardShape>) {
    return resizeBox(shape, info, MIN_SIZE)
  }

  /** Which cards take others is decided by `dropTargets`; what gets here is meant. */
  override onDragShapesIn({ id }: CardShape, shapes: TLShape[]) {
    const moving = shapes.filter(({ parentId }) => parentId !== id)
    if (moving.length > 0) this.editor.reparentShapes(moving, id)
  }

  override onDragShapesOut({ id }: CardShape, shapes: TLShape[], info: TLDragShapesOutInfo) {
    if (info.nextDraggingOverShapeId) return
    const leaving = shapes.filter(({ parentId }) => parentId === id)
    this.editor.reparentShapes(leaving, this.editor.getCurrentPageId())
  }

  override getText(shape: CardShape) {
    const copied = copiedWords(shape)
    if (copied) return copied.words
    const artefact = this.source?.session.artefacts.get(shape.props.artefactId)
    return artefact ? headlineOf(artefact) : undefined
  }

  override getAriaDescriptor(shape: CardShape) {
    return this.source ? describeCard(this.source, shape.props.artefactId) : undefined
  }

  override component(shape: CardShape) {
    return this.room ? <CardView room={this.room} shape={shape} /> : null
  }

  /** As high as it was made, or as its text needs. */
  override getGeometry(shape: CardShape) {
    return new Rectangle2d({ width: shape.props.w, height: this.heightOf(shape), isFilled: true })
  }

  override indicator(shape: CardShape) {
    const { w, h } = this.editor.getShapeGeometry(shape).bounds
    return <rect width={w} height={h} rx={6} />
  }

  private isPlaced(id: CardShape['id']): boolean {
    return (this.room?.places.boxOf(id) ?? null) !== null
  }

  private heightOf({ id, parentId, meta, props: { artefactId, w, h: stored } }: CardShape): number {
    if (!this.source) return stored
    const held = this.source.heldHeight(id)
    const h = meta.folded === true && held > 0 ? held : Math.max(stored, held)
    this.source.changes.observe(artefactId)
    const artefact = this.source.session.artefacts.get(artefactId)
    if (!artefact) return h
    const bar = this.source.ballotBar(artefactId)
    const words = neededHeight(this.source, artefact, w, isHome(this.source.takes(parentId), artefact.kind))
    // In a field the place that was computed has the bar in it
    return Math.max(this.isPlaced(id) ? h : h + bar, words + bar)
  }
}

/** The shape util of one room: tldraw makes its utils itself, so the room has to be part of the class. */
export function cardShapeUtilOf(room: CardRoom): TLShapeUtilConstructor<CardShape> {
  return class extends CardShapeUtil {
    protected override readonly source = room
    protected override readonly room = room
  }
}
