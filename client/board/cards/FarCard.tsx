import { useMemo } from 'react'
import type { Artefact } from '#shared/document/artefacts.ts'
import { traitsOf } from '#shared/kinds/index.ts'
import { drawOutline, drawTitleOnly } from '#shared/layout/card/far-away.ts'
import { CardDrawing } from '#client/kinds/CardDrawing.tsx'
import { faceOf, roomOn } from './card-face.ts'
import { headlineOr } from './card-description.ts'
import type { CardRoom } from './card-room.ts'
import styles from './card.module.css'

interface FarCardProps {
  room: CardRoom
  artefact: Artefact
  w: number
  h: number
  shown: 'title' | 'colour'
}

/** A card too far away to be read whole: its title in large letters, or an outline that tells the kind. */
export function FarCard({ room, artefact, w, h, shown }: FarCardProps) {
  const nodes = useMemo(() => {
    const { face, icon, holds } = traitsOf(artefact.kind)
    const drawn = faceOf(room, artefact, false)
    if (shown === 'colour') return drawOutline(drawn, face.outline, { w, h })
    const { cards = 0, folded = false } = room.evidence.of(artefact.id)?.held ?? {}
    const lies = holds && (holds.by === 'axes' || (cards > 0 && !folded))
    const held = lies ? { by: holds.by, room: roomOn(room, artefact, { w, h }, false) } : null
    return drawTitleOnly(drawn, icon, headlineOr(room.texts(), artefact), { w, h }, held)
  }, [room, artefact, w, h, shown])
  return <CardDrawing nodes={nodes} w={w} h={h} imageUrl={room.imageUrl} className={styles.drawing} />
}
