import { useMemo } from 'react'
import { EyeOff } from 'lucide-react'
import { useEditor, useValue, type Editor, type TLShapeId } from 'tldraw'
import { useTranslation } from 'react-i18next'
import { CardDrawing } from '#client/kinds/CardDrawing.tsx'
import type { Box } from '#shared/document/shape-box.ts'
import { isHome, layoutOf } from '../cards/card-face.ts'
import type { CardRoom } from '../cards/card-room.ts'
import type { OwnSeat } from './own-seats.ts'
import styles from './own-cards.module.css'

/**
 * What this person writes in silence, where it would lie: a picture over the canvas, which is in no store and goes to
 * nobody. It is read and written at the desk beside it.
 */
export function OwnCards({ room, seats }: { room: CardRoom; seats: readonly OwnSeat[] }) {
  const editor = useEditor()
  const camera = useValue('camera', () => editor.getCamera(), [editor])
  const placed = useValue('own cards', () => boxesOf(editor, room, seats), [editor, room, seats])
  if (placed.length === 0) return null
  const transform = `scale(${camera.z}) translate(${camera.x}px, ${camera.y}px)`
  return (
    <div className={styles.layer} style={{ transform }} aria-hidden="true">
      {placed.map(({ seat, box }) => (
        <OwnCard key={seat.card.shapeId} room={room} seat={seat} box={box} />
      ))}
    </div>
  )
}

interface Placed {
  seat: OwnSeat
  /** On the page. */
  box: Box
}

function boxesOf(editor: Editor, { places }: CardRoom, seats: readonly OwnSeat[]): Placed[] {
  const pageId = editor.getCurrentPageId()
  // Followed, so that cards of others that grow push these along
  places.on(pageId)
  return seats.flatMap((seat) => {
    const { card, parentId } = seat
    if (card.pageId !== pageId) return []
    const inside = seat.box ?? places.boxOf(card.shapeId)
    const around = parentId === pageId ? { x: 0, y: 0 } : editor.getShapePageBounds(parentId as TLShapeId)
    if (!inside || !around) return []
    return [{ seat, box: { ...inside, x: around.x + inside.x, y: around.y + inside.y } }]
  })
}

function OwnCard({ room, seat, box }: Placed & { room: CardRoom }) {
  const { t, i18n } = useTranslation()
  const { artefact } = seat.card
  const { x, y, w, h } = box
  const layout = useMemo(
    () => layoutOf(room, artefact, { w, h }, isHome(room.takes(seat.parentId), artefact.kind)),
    // The face reads its texts through the room
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [room, artefact, w, h, seat.parentId, i18n.language],
  )
  return (
    <div className={styles.card} style={{ left: x, top: y, width: w, height: h }} data-own-card>
      <CardDrawing nodes={layout.nodes} w={layout.w} h={layout.h} imageUrl={room.imageUrl} />
      <span className={styles.mark} title={t('board.own')}>
        <EyeOff aria-hidden="true" />
      </span>
    </div>
  )
}
