import { breakRuns, type Run } from '../text/runs.ts'
import { textWidth } from '../text/widths.ts'
import type { DrawNode, TextNode } from './draw.ts'
import type { Counts, KindLine, Maturity, Notice, Paragraph, Points, TintedBox, Title } from './parts.ts'
import { baselineIn, iconAt, lineHeightOf, placeText, type Area, type Inks, type Placed } from './placed.ts'

const SMALL = 17
const KIND_LINE = 20
const VERSION = 28
const ICON = 18
/** Between the word at the left and what stands at the right. */
const GAP = 4
/** Of the maturity, with the space before its word. */
const CIRCLE = 16

/** Icon and word of the kind at the left, at the right what tells where the card stands. */
export function placeKindLine({ icon, word, right }: KindLine, area: Area, inks: Inks): Placed {
  const { x, y, w } = area
  const h = right?.type === 'version' ? VERSION : KIND_LINE
  const top = y + (h - KIND_LINE) / 2
  const textX = x + ICON + 6
  const wordW = Math.min(textWidth(word, { size: SMALL, weight: 600 }), w - ICON - 6)
  const look = { size: SMALL, weight: 600, fill: inks.family, lineHeight: KIND_LINE, maxLines: 1 } as const
  const left = placeText(word, { x: textX, y: top, w: wordW + 0.01 }, look)
  const room = { x: textX + wordW + GAP, y, w: w - ICON - 6 - wordW - GAP }
  return {
    h,
    nodes: [iconAt(icon, x, top + 1, ICON, inks.family), ...left.nodes, ...placeRight(right, room, h, inks)],
  }
}

function placeRight(right: KindLine['right'], area: Area, h: number, inks: Inks): DrawNode[] {
  if (!right) return []
  const { x, y, w } = area
  if (right.type === 'version') {
    const width = textWidth(right.word, { size: 20, weight: 600 }) + 20
    if (width > w) return []
    const box = { x: x + w - width, y, w: width }
    const look = { size: 20, weight: 600, fill: inks.family, lineHeight: h, anchor: 'middle' } as const
    return [
      { type: 'rect', ...box, h, radius: h / 2, fill: inks.soft },
      ...placeText(right.word, box, look).nodes,
    ]
  }
  const circle = right.type === 'maturity' ? CIRCLE : 0
  const widthOf = (text: string) => textWidth(text, { size: SMALL, weight: 400 })
  const word = right.type === 'word' && right.short && widthOf(right.word) > w ? right.short : right.word
  const wordW = widthOf(word)
  const shown = Math.min(wordW, w - circle)
  // Too narrow to be read: the circle alone stays, a word goes.
  const words =
    shown < Math.min(wordW, 36)
      ? []
      : placeText(
          word,
          { x: x + w - shown - 0.01, y, w: shown + 0.01 },
          { size: SMALL, fill: inks.quiet, lineHeight: h, anchor: 'end', maxLines: 1 },
        ).nodes
  if (right.type !== 'maturity') return words
  const circleX = words.length ? x + w - shown - circle : x + w - 14
  return circleX < x ? words : [...maturityCircle(right.status, circleX, y + (h - 14) / 2, inks), ...words]
}

/** Empty, half or full: how far a card has come, beside its word. */
function maturityCircle(status: Maturity, x: number, y: number, { quiet }: Inks): DrawNode[] {
  const at = { x, y, scale: 1 }
  const circle = 'M1.5 7a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0'
  const ring: DrawNode = { type: 'path', d: circle, line: quiet, lineWidth: 2, at }
  switch (status) {
    case 'draft':
      return [ring]
    case 'agreed':
      return [ring, { type: 'path', d: 'M7 2a5 5 0 0 1 0 10z', fill: quiet, at }]
    case 'final':
      return [{ ...ring, fill: quiet }]
  }
}

export function placeTitle({ text, size = 20, headline, empty }: Title, area: Area, inks: Inks): Placed {
  return placeText(text, area, {
    size,
    weight: empty ? 400 : 700,
    fill: empty ? inks.quiet : inks.ink,
    headline,
  })
}

export function placeParagraph(part: Paragraph, area: Area, inks: Inks): Placed {
  const { text, size = 18, strong, quiet, headline, empty } = part
  const fill = quiet || empty ? inks.quiet : inks.ink
  return placeText(text, area, { size, fill, weight: strong ? 600 : 400, headline })
}

export function placeBox({ label, text }: TintedBox, { x, y, w }: Area, inks: Inks): Placed {
  const runs: Run[] = [
    { text: `${label} `, style: { size: SMALL, weight: 600 } },
    { text, style: { size: SMALL, weight: 400 } },
  ]
  const inner = placeRuns(runs, { x: x + 10, y: y + 8, w: w - 20 }, lineHeightOf(SMALL), inks)
  const h = inner.h + 16
  return { h, nodes: [{ type: 'rect', x, y, w, h, radius: 6, fill: inks.soft }, ...inner.nodes] }
}

/** Text in several weights, without tints. */
function placeRuns(runs: readonly Run[], { x, y, w }: Area, lineHeight: number, inks: Inks): Placed {
  const lines = breakRuns(runs, w)
  const nodes = lines.flatMap((line, n) =>
    line.map((placed): TextNode => {
      const { size, weight } = runs[placed.run]!.style
      const at = { x: x + placed.x, y: y + n * lineHeight + baselineIn(lineHeight, size), text: placed.text }
      return { type: 'text', size, weight, fill: inks.ink, lines: [at] }
    }),
  )
  return { h: lines.length * lineHeight, nodes }
}

export function placeCounts({ counts }: Counts, area: Area, inks: Inks): Placed {
  const runs = counts.flatMap(({ count, word }): Run[] => [
    { text: `${count}`, style: { size: 18, weight: 700 } },
    { text: ` ${word}   `, style: { size: SMALL, weight: 400 } },
  ])
  return placeRuns(runs, area, lineHeightOf(18), inks)
}

export function placeNotice({ icon, text, tone }: Notice, { x, y, w }: Area, inks: Inks): Placed {
  const fill = tone === 'family' ? inks.family : tone
  const words = placeText(text, { x: x + 23, y, w: w - 23 }, { size: SMALL, weight: 600, fill })
  return { h: words.h, nodes: [iconAt(icon, x, y + 2, SMALL, fill), ...words.nodes] }
}

export function placePoints({ points }: Points, { x, y, w }: Area, inks: Inks): Placed {
  let h = 0
  const nodes = points.flatMap((point): DrawNode[] => {
    const line = placeText(point, { x: x + 14, y: y + h, w: w - 14 }, { size: SMALL, fill: inks.quiet })
    const dot: DrawNode = { type: 'rect', x: x + 1, y: y + h + 8, w: 5, h: 5, radius: 2.5, fill: inks.family }
    h += line.h + 2
    return [dot, ...line.nodes]
  })
  return { h, nodes }
}
