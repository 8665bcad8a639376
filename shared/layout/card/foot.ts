import type { FontWeight } from '../text/style.ts'
import { textWidth } from '../text/widths.ts'
import type { Colour, DrawNode } from './draw.ts'
import type { Foot, FootItem } from './parts.ts'
import { iconAt, placeText, type Area, type Inks, type Placed } from './placed.ts'

export const FOOT_HEIGHT = 24
const SIZE = 17
const GAP = 12
const ICON = 16
const DOT = 9

/** How much of the words is said: all, the short forms, or signs alone. */
type Brevity = 'full' | 'short'

interface Sized {
  item: FootItem
  text: string
  w: number
}

/**
 * The last line. It never takes a second one: where there is no room, words give way to their short forms, then what
 * stands at the right is cut. So a card keeps its height when evidence is counted.
 */
export function placeFoot({ left, right }: Foot, area: Area, inks: Inks): Placed {
  const full = sized(left, 'full')
  const rightFull = right ? sized([right], 'full') : []
  const roomy = total(full) + (right ? GAP + total(rightFull) : 0) <= area.w
  const shown = roomy ? full : sized(left, 'short')
  const nodes: DrawNode[] = []
  let x = area.x
  for (const one of shown) {
    const w = Math.min(one.w, area.x + area.w - x)
    if (w < Math.min(one.w, ICON)) break
    nodes.push(...drawItem({ ...one, w }, x, area.y, inks))
    x += w + GAP
  }
  const end = right && placeRight(right, { x, y: area.y, w: area.x + area.w - x }, inks)
  return { h: FOOT_HEIGHT, nodes: [...nodes, ...(end ?? [])] }
}

function placeRight(item: FootItem, { x, y, w }: Area, inks: Inks): DrawNode[] {
  const [full, short] = [sized([item], 'full')[0]!, sized([item], 'short')[0]!]
  if (full.w <= w) return drawItem(full, x + w - full.w, y, inks)
  if (short.w <= w && short.text !== full.text) return drawItem(short, x + w - short.w, y, inks)
  return w < 48 ? [] : drawItem({ ...full, w }, x, y, inks)
}

const sized = (items: readonly FootItem[], brevity: Brevity): Sized[] =>
  items.map((item) => {
    const text = textOf(item, brevity)
    return {
      item,
      text,
      w: decoration(item, text) + textWidth(text, { size: SIZE, weight: weightOf(item) }) + 0.01,
    }
  })

const total = (items: readonly Sized[]) => items.reduce((sum, { w }) => sum + w, (items.length - 1) * GAP)

function textOf(item: FootItem, brevity: Brevity): string {
  if (brevity === 'full') return item.word
  return 'short' in item && item.short !== undefined ? item.short : item.word
}

/** Room that an item takes beside its text. */
function decoration(item: FootItem, text: string): number {
  switch (item.type) {
    case 'evidence':
      return 16 + 15 + 5
    case 'unproven':
      return 16
    case 'word':
      return item.icon ? ICON + (text ? 5 : 0) : 0
    case 'dots':
      return item.of * (DOT + 3) + 3
  }
}

function weightOf(item: FootItem): FontWeight {
  return item.type === 'evidence' || (item.type === 'word' && item.tone) ? 600 : 400
}

function drawItem({ item, text, w }: Sized, x: number, y: number, inks: Inks): DrawNode[] {
  const words = (offset: number, fill: Colour, spare = offset) =>
    placeText(
      text,
      { x: x + offset, y, w: Math.max(1, w - spare) },
      { size: SIZE, weight: weightOf(item), fill, lineHeight: FOOT_HEIGHT, maxLines: 1 },
    ).nodes
  const pill = { type: 'rect', x, y, w, h: FOOT_HEIGHT, radius: FOOT_HEIGHT / 2 } as const
  switch (item.type) {
    case 'evidence':
      return [
        { ...pill, fill: 'fam-evidence-soft' },
        iconAt('message-square-quote', x + 8, y + 4.5, 15, 'fam-evidence'),
        ...words(28, 'fam-evidence', 36),
      ]
    case 'unproven':
      return [
        {
          ...pill,
          x: x + 0.5,
          y: y + 0.5,
          w: w - 1,
          h: FOOT_HEIGHT - 1,
          radius: 11.5,
          line: inks.quiet,
          lineWidth: 1,
        },
        ...words(8, inks.quiet, 16),
      ]
    case 'word': {
      const fill = inks[item.tone ?? 'quiet']
      const sign = item.icon ? [iconAt(item.icon, x, y + 4, ICON, fill)] : []
      return [...sign, ...(text ? words(item.icon ? ICON + 5 : 0, fill) : [])]
    }
    case 'dots':
      return [...dots(item.filled, item.of, x, y, inks), ...words(item.of * (DOT + 3) + 3, inks.quiet)]
  }
}

function dots(filled: number, of: number, x: number, y: number, { family }: Inks): DrawNode[] {
  return Array.from({ length: of }, (_, n): DrawNode => {
    const dot = { type: 'rect', x: x + n * (DOT + 3), y: y + 7.5, w: DOT, h: DOT, radius: DOT / 2 } as const
    return n < filled ? { ...dot, fill: family } : { ...dot, line: family, lineWidth: 1.5, opacity: 0.6 }
  })
}
