import type { ReactElement } from 'react'
import type { SvgExportContext } from 'tldraw'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { CardSource } from '../cards/card-room.ts'
import type { CardShape } from '../cards/card-shape.tsx'
import { evidenceText } from '../cards/card-description.ts'
import { CARD_FONT } from '../cards/card-fonts.ts'
import { FOOT_HEIGHT, PADDING, PORTRAIT } from '../cards/faces/boxes.ts'
import { cardParts, type Part } from '../cards/card-parts.ts'
import { toneOf } from '../cards/faces/tone.ts'
import { paintOf, type Paint } from './picture-colours.ts'
import { loadPicture } from './picture-images.ts'
import { wrapText } from './svg-text.ts'

const LINE_HEIGHT = 1.3
const FAMILY = `'${CARD_FONT}', sans-serif`

/**
 * A card as part of a picture: vector shapes and real text, which can be searched, read out and edited further. The
 * screen's HTML would come as a foreign object that most programs do not show.
 */
export async function cardSvg(room: CardSource, { props }: CardShape, context: SvgExportContext) {
  const artefact = room.session.artefacts.get(props.artefactId)
  if (!artefact) return <rect width={props.w} height={props.h} fill="none" stroke="#837c6f" />
  const portrait = String(artefact.fields.portrait ?? artefact.fields.sketch ?? '')
  const image = portrait ? await loadPicture(room.imageUrl(portrait), context) : null
  return <CardPicture room={room} artefact={artefact} w={props.w} h={props.h} image={image} />
}

interface CardPictureProps {
  room: CardSource
  artefact: Artefact
  w: number
  h: number
  image: string | null
}

function CardPicture({ room, artefact, w, h, image }: CardPictureProps) {
  const paint = paintOf(toneOf(artefact))
  return (
    <>
      <rect width={w} height={h} rx={6} fill={paint.fill} stroke={paint.line ?? 'none'} />
      {paint.edge ? (
        <rect
          width={paint.edge.side === 'left' ? 5 : w}
          height={paint.edge.side === 'left' ? h : 5}
          fill={paint.edge.colour}
        />
      ) : null}
      {layOut(cardParts(room, artefact, { w, h }), paint, { w, h }, image)}
      {foot(room, artefact, paint, w, h)}
    </>
  )
}

/** Puts the parts below each other until the room ends. */
function layOut(parts: Part[], paint: Paint, { w, h }: { w: number; h: number }, image: string | null) {
  const elements: ReactElement[] = []
  const bottom = h - FOOT_HEIGHT - 4
  let y = PADDING + 2
  parts.forEach((part, n) => {
    if (part.type === 'image') {
      if (!image) return
      elements.push(<image key={n} href={image} x={PADDING} y={y} width={PORTRAIT} height={PORTRAIT} />)
      y += PORTRAIT + 6
      return
    }
    const { size, weight = 400 } = part
    const lineHeight = size * LINE_HEIGHT
    const room = Math.floor((bottom - y) / lineHeight)
    if (room < 1) return
    const font = `${weight} ${size}px ${FAMILY}`
    const lines = wrapText(part.text, font, w - 2 * PADDING, Math.min(room, part.maxLines))
    elements.push(
      <text
        key={n}
        fontFamily={FAMILY}
        fontSize={size}
        fontWeight={weight}
        fill={part.quiet ? paint.quiet : paint.ink}
      >
        {lines.map((line, row) => (
          <tspan key={row} x={PADDING} y={y + size + row * lineHeight}>
            {line}
          </tspan>
        ))}
      </text>,
    )
    y += lines.length * lineHeight + 6
  })
  return elements
}

function foot(room: CardSource, artefact: Artefact, paint: Paint, w: number, h: number) {
  const t = room.texts()
  const style = { fontFamily: FAMILY, fontSize: 14, fill: paint.quiet }
  const proof = evidenceText(t, artefact.kind, room.evidence.count(artefact.id))
  return (
    <>
      <text {...style} x={PADDING} y={h - 12}>
        {t(`kinds.${artefact.kind}.label`)}
      </text>
      {proof ? (
        <text {...style} x={w - PADDING} y={h - 12} textAnchor="end">
          {proof}
        </text>
      ) : null}
    </>
  )
}
