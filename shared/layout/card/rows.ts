import { textWidth } from '../text/widths.ts'
import type { DrawNode } from './draw.ts'
import type { Row, Rows, Steps } from './parts.ts'
import { lineHeightOf, placeText, type Area, type Inks, type Placed } from './placed.ts'

const SIZE = 17
const GAP = 5
const LABEL_WIDTH = 92

const PIP = { w: 20, h: 9, gap: 3 }
/** Seen from across the room. */
const LARGE_PIP = { w: 34, h: 15, gap: 4 }

/** Small bars, some of them filled. */
function pips(filled: number, of: number, { x, y, w }: Area, inks: Inks, pip = PIP): DrawNode[] {
  const each = Math.min(pip.w, (w - (of - 1) * pip.gap) / of)
  return Array.from({ length: of }, (_, n): DrawNode => {
    const fill = n < filled ? inks.family : 'slot'
    return { type: 'rect', x: x + n * (each + pip.gap), y, w: each, h: pip.h, radius: 2, fill }
  })
}

export function placeSteps({ filled, of, word, large }: Steps, { x, y, w }: Area, inks: Inks): Placed {
  const [pip, size] = large ? [LARGE_PIP, 24] : [PIP, SIZE]
  const width = of * (pip.w + pip.gap)
  const textX = x + Math.min(width, w / 2) + 6
  const words = placeText(word, { x: textX, y, w: x + w - textX }, { size, weight: 600, fill: inks.ink })
  const middle = y + (lineHeightOf(size) - pip.h) / 2
  return { h: words.h, nodes: [...pips(filled, of, { x, y: middle, w: w / 2 }, inks, pip), ...words.nodes] }
}

/** Label and value of each row, beside or below each other. */
export function placeRows({ rows, arrangement }: Rows, area: Area, inks: Inks): Placed {
  const labelW = arrangement === 'beside' ? labelWidth(rows, area.w) : area.w
  let h = 0
  const nodes: DrawNode[] = []
  for (const row of rows) {
    const y = area.y + h + (h > 0 ? GAP : 0)
    const look = { size: SIZE, weight: 600, fill: inks.family } as const
    const label = placeText(row.label, { x: area.x, y, w: labelW }, look)
    const beside = arrangement === 'beside'
    const value = placeValue(
      row,
      beside
        ? { x: area.x + labelW + 8, y, w: area.w - labelW - 8 }
        : { x: area.x, y: y + label.h, w: area.w },
      inks,
    )
    nodes.push(...label.nodes, ...value.nodes)
    h = y - area.y + (beside ? Math.max(label.h, value.h) : label.h + value.h)
  }
  return { h, nodes }
}

/** As wide as the longest label, but neither narrower than 92 nor wider than two fifths of the card. */
function labelWidth(rows: readonly Row[], w: number): number {
  const longest = Math.max(0, ...rows.map(({ label }) => textWidth(label, { size: SIZE, weight: 600 })))
  return Math.ceil(Math.min(Math.max(longest + 0.1, LABEL_WIDTH), w * 0.4))
}

function placeValue({ value, evidence }: Row, area: Area, inks: Inks): Placed {
  const chip = evidence === undefined ? null : evidenceChip(evidence, area)
  const w = area.w - (chip ? chip.w + 6 : 0)
  const lineHeight = lineHeightOf(SIZE)
  const shown =
    typeof value === 'string'
      ? placeText(value, { ...area, w }, { size: SIZE, fill: inks.ink })
      : { h: lineHeight, nodes: pips(value.filled, value.of, { ...area, y: area.y + 6, w }, inks) }
  return { h: shown.h, nodes: [...shown.nodes, ...(chip?.nodes ?? [])] }
}

/** How much evidence stands behind one row. */
function evidenceChip(count: number, { x, y, w }: Area): { w: number; nodes: DrawNode[] } {
  const width = textWidth(`${count}`, { size: SIZE, weight: 600 }) + 16
  const box = { x: x + w - width, y, w: width }
  const look = { size: SIZE, weight: 600, fill: 'fam-evidence', anchor: 'middle' } as const
  return {
    w: width,
    nodes: [
      { type: 'rect', ...box, h: 21, radius: 10.5, fill: 'fam-evidence-soft' },
      ...placeText(`${count}`, box, look).nodes,
    ],
  }
}
