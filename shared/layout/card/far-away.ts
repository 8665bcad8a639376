import { breakRuns } from '../text/runs.ts'
import { breakLinesUpTo } from '../text/lines.ts'
import { bandOf, inksOf } from './body.ts'
import { cornered, type Colour, type DrawNode } from './draw.ts'
import type { IconName } from './icons.ts'
import type { Mark, Stroke } from './outline.ts'
import type { CardFace } from './parts.ts'
import { baselineIn, iconAt, type Box } from './placed.ts'

interface Size {
  w: number
  h: number
}

/** Letter size of titles between a quarter and half size: 12.6 px at 35 %. */
const titleSizeOf = (w: number) => (w < 320 ? 36 : w < 480 ? 46 : 60)

/** On a wide and low card. */
const LOW_TITLE = 46

/**
 * A card at 25 to 50 %: its family's border, its sign and its title, as many lines as there is room for.
 * @param held where cards lie on it: the title stays above them, and on two axes nobody could tell without lines in which
 * quadrant
 */
export function drawTitleOnly(
  face: CardFace,
  icon: IconName,
  title: string,
  card: Size,
  held: { by: 'order' | 'axes'; room: Box } | null = null,
): DrawNode[] {
  const inks = inksOf(face)
  const { top, left } = edgesOf(face)
  const free = (held?.room.y ?? card.h) - top - 16
  const linesOf = (letters: number) => Math.floor(free / Math.round(letters * 1.12))
  const large = titleSizeOf(card.w)
  // Two lines say more than one larger one, and one that fits more than one below the cards
  const size = linesOf(large) < 2 && linesOf(LOW_TITLE) > linesOf(large) ? LOW_TITLE : large
  const lineHeight = Math.round(size * 1.12)
  const w = card.w - left - 16
  const style = { size, weight: 600 } as const
  const room = Math.max(1, linesOf(size))
  const broken = (indent: number) => breakRuns([{ text: title, style }], w, indent).map((line) => line[0])
  const beside = broken(size * 1.3)
  // A sign that would push the only line away goes; the band above tells the family.
  const hasIcon = face.body.type !== 'note' && (room > 1 || beside[0] !== undefined)
  const lines = hasIcon ? beside : broken(0)
  const shown = lines.slice(0, room).map((line, n) => {
    const isCut = n === room - 1 && lines.length > room
    const x = left + (line?.x ?? 0)
    const text = isCut
      ? breakLinesUpTo(1, `${line?.text ?? ''} \n`, style, w - (line?.x ?? 0))[0]!
      : (line?.text ?? '')
    return { x, y: top + 8 + n * lineHeight + baselineIn(lineHeight, size), text }
  })
  return [
    ...frameOf(face, card),
    ...(held?.by === 'axes' ? linesOfCross(held.room, inks.family) : []),
    ...(hasIcon ? [iconAt(icon, left, top + 8 + (lineHeight - size) / 2, size * 1.1, inks.family)] : []),
    { type: 'text', size, weight: 600, fill: inks.ink, lines: shown },
  ]
}

function linesOfCross({ x, y, w, h }: Box, fill: Colour): DrawNode[] {
  return [
    { type: 'rect', x: x + w / 2 - 2, y, w: 4, h, fill },
    { type: 'rect', x, y: y + h / 2 - 2, w, h: 4, fill },
  ]
}

function edgesOf({ body }: CardFace): { top: number; left: number } {
  if (body.type !== 'paper') return { top: 8, left: 16 }
  return body.mark === 'leftBar' ? { top: 8, left: 36 } : { top: 24, left: 16 }
}

function frameOf({ body, family }: CardFace, { w, h }: Size): DrawNode[] {
  const inks = inksOf({ body, family, parts: [] })
  const all = { x: 0, y: 0, w, h }
  if (body.type !== 'paper') return [{ type: 'rect', ...all, radius: 10, fill: inks.ground }]
  const border: DrawNode = {
    type: 'rect',
    x: 1.5,
    y: 1.5,
    w: w - 3,
    h: h - 3,
    radius: 8.5,
    fill: 'card',
    line: inks.family,
    lineWidth: 3,
  }
  const band =
    body.mark === 'leftBar'
      ? cornered({ ...all, w: 24 }, [10, 0, 0, 10])
      : cornered({ ...all, h: Math.min(20, h) }, [10, 10, 0, 0])
  return [border, { type: 'path', d: band, fill: bandOf(family) }]
}

/** A card below 25 %: its family's soft colour, and the outline that tells the kind. */
export function drawOutline({ body, family }: CardFace, marks: readonly Mark[], card: Size): DrawNode[] {
  const ground = body.type === 'paper' || body.type === 'sheet' ? (`fam-${family}-soft` as const) : null
  const inks = inksOf({ body, family, parts: [] })
  const strokes = marks.map((mark) => mark(card))
  const joined = (part: keyof Stroke) => strokes.map((stroke) => stroke[part] ?? '').join('')
  const painted = (d: string, fill: Colour, opacity?: number): DrawNode[] =>
    d ? [{ type: 'path', d, fill, ...(opacity ? { opacity } : {}) }] : []
  const lined = joined('lines')
  return [
    ...(body.type === 'arrow'
      ? []
      : [{ type: 'rect', x: 0, y: 0, ...card, radius: 14, fill: ground ?? inks.ground } as const]),
    ...painted(joined('faint'), inks.family, 0.4),
    ...painted(joined('band'), body.type === 'paper' ? bandOf(family) : inks.family),
    ...painted(joined('solid'), inks.family),
    ...(lined ? [{ type: 'path', d: lined, line: inks.family, lineWidth: 14 } as const] : []),
  ]
}
