import type { DrawNode } from './draw.ts'
import type { Chart, Curve, Rings } from './parts.ts'
import { placeText, stacked, type Area, type Inks, type Placed } from './placed.ts'
import { placeTitle } from './lines.ts'

const SIZE = 17

/** Columns of a count, as high as their share of the largest. */
export function placeChart({ values, ends }: Chart, { x, y, w }: Area, inks: Inks): Placed {
  const height = 56
  const gap = 6
  const each = (w - (values.length - 1) * gap) / Math.max(1, values.length)
  const most = Math.max(1, ...values)
  const nodes = values.map((value, n): DrawNode => {
    const h = Math.max(3, (value / most) * height)
    return {
      type: 'rect',
      x: x + n * (each + gap),
      y: y + height - h,
      w: each,
      h,
      radius: 3,
      fill: inks.family,
    }
  })
  const words = ends.map((word, n) =>
    placeText(
      word,
      { x: x + (n * w) / 2, y: y + height + 4, w: w / 2 },
      { size: SIZE, fill: inks.quiet, anchor: n === 0 ? 'start' : 'end', maxLines: 1 },
    ),
  )
  return { h: height + 4 + words[0]!.h, nodes: [...nodes, ...words.flatMap((word) => word.nodes)] }
}

/** Rings from the middle outwards: the more of them are strong, the more influence. */
export function placeRings({ filled, of, title, about }: Rings, { x, y, w }: Area, inks: Inks): Placed {
  const side = 56
  const textX = x + side + 12
  const text = stacked({ x: textX, y, w: x + w - textX }, 0, [
    (area) => placeTitle(title, area, inks),
    (area) => placeText(about, area, { size: SIZE, fill: inks.quiet }),
  ])
  const rings = Array.from({ length: of }, (_, n): DrawNode => {
    const r = 8 + (n * (side / 2 - 10)) / Math.max(1, of - 1)
    const disc = {
      type: 'rect',
      x: x + side / 2 - r,
      y: y + side / 2 - r,
      w: 2 * r,
      h: 2 * r,
      radius: r,
    } as const
    const strong = n < filled
    const ring = { ...disc, line: inks.family, lineWidth: strong ? 3 : 1.5, opacity: strong ? 1 : 0.5 }
    return n === 0 && strong ? { ...ring, fill: inks.family } : ring
  })
  const h = Math.max(side, text.h)
  return { h, nodes: [...rings, ...text.nodes], ...(text.headline ? { headline: text.headline } : {}) }
}

const CURVE_HEIGHT = 110
/** Distance of two steps of feeling. */
const STEP = 20.5
/** Words below a step that has less than this would be broken in every line; then the curve speaks for itself. */
const LEAST_LABEL_W = 104

/** How somebody feels from step to step: a break is an amber diamond, a chance a yellow disc; a step without a feeling is a gap. */
export function placeCurve({ points }: Curve, { x, y, w }: Area, inks: Inks): Placed {
  const middle = y + CURVE_HEIGHT / 2
  const each = w / Math.max(1, points.length)
  const spots = points.map(({ value, ...point }, n) => ({
    ...point,
    isSaid: value !== null,
    x: x + (n + 0.5) * each,
    y: middle - Math.max(-2, Math.min(2, value ?? 0)) * STEP,
  }))
  const line = spots.map((spot, n) => {
    const from = spots[n - 1]
    if (!spot.isSaid) return ''
    if (!from?.isSaid) return `M${spot.x} ${spot.y}`
    const bend = (spot.x - from.x) / 2
    return `C${from.x + bend} ${from.y} ${spot.x - bend} ${spot.y} ${spot.x} ${spot.y}`
  })
  const labels = spots.map(({ label = '', x: at }) =>
    placeText(
      label,
      { x: at - each / 2 + 4, y: y + CURVE_HEIGHT, w: each - 8 },
      { size: SIZE, fill: inks.ink, anchor: 'middle' },
    ),
  )
  const labelled = each >= LEAST_LABEL_W && points.some(({ label }) => label)
  return {
    h: CURVE_HEIGHT + (labelled ? Math.max(0, ...labels.map(({ h }) => h)) : 0),
    nodes: [
      { type: 'path', d: `M${x} ${middle}H${x + w}`, line: 'slot', lineWidth: 1.5, dash: '2 6' },
      ...(spots.some(({ isSaid }) => isSaid)
        ? [{ type: 'path', d: line.join(''), line: inks.family, lineWidth: 4 } as const]
        : []),
      ...spots.flatMap((spot) => pointOf(spot, inks)),
      ...(labelled ? labels.flatMap(({ nodes }) => nodes) : []),
    ],
  }
}

interface Spot extends Pick<Curve['points'][number], 'mark'> {
  /** Whether somebody said how it feels there. */
  isSaid: boolean
  x: number
  y: number
}

function pointOf({ x, y, mark, isSaid }: Spot, inks: Inks): DrawNode[] {
  const disc = { type: 'rect', x: x - 8, y: y - 8, w: 16, h: 16, radius: 8, lineWidth: 4 } as const
  const chance: DrawNode = { ...disc, fill: 'fam-make-band', line: inks.family }
  const diamond: DrawNode = {
    type: 'path',
    d: `M${x} ${y - 12}L${x + 12} ${y}L${x} ${y + 12}L${x - 12} ${y}Z`,
    fill: 'attention',
  }
  switch (mark) {
    case 'break':
      return [diamond]
    case 'chance':
      return [chance]
    case 'both':
      return [diamond, { ...chance, x: x + 4, y: y - 20 }]
    case undefined:
      return isSaid
        ? [{ ...disc, fill: inks.ground, line: inks.family }]
        : [{ ...disc, lineWidth: 1.5, fill: inks.ground, line: 'slot' }]
  }
}
