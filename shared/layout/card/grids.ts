import { textWidth } from '../text/widths.ts'
import type { DrawNode } from './draw.ts'
import type { Cell, Cells, Columns, Cross } from './parts.ts'
import { placeText, stacked, type Area, type Inks, type Placed } from './placed.ts'

const SIZE = 17

/** Cells in rows of equal height; each row is as high as its highest cell. */
export function placeCells({ columns, style, cells }: Cells, area: Area, inks: Inks): Placed {
  const gap = { ruled: [14, 10], tiles: [6, 6], strips: [5, 5] }[style] as [number, number]
  const w = (area.w - (columns - 1) * gap[0]) / columns
  const nodes: DrawNode[] = []
  let h = 0
  for (let first = 0; first < cells.length; first += columns) {
    const row = cells.slice(first, first + columns)
    const y = area.y + h + (h > 0 ? gap[1] : 0)
    const at = (n: number): Area => ({ x: area.x + n * (w + gap[0]), y, w })
    const height = Math.max(...row.map((cell, n) => cellHeight(style, cell, at(n), inks)))
    row.forEach((cell, n) => nodes.push(...drawCell(style, cell, at(n), height, inks)))
    h = y - area.y + height
  }
  return { h, nodes }
}

function cellHeight(style: Cells['style'], cell: Cell, area: Area, inks: Inks): number {
  switch (style) {
    case 'ruled':
      return ruled(cell, area, inks).h
    case 'tiles':
      return Math.max(48, drawnHeight(cell, area) + textHeight(cell, area, inks))
    case 'strips':
      return cell.empty ? 14 : strip(cell, area, inks).h
  }
}

function drawCell(style: Cells['style'], cell: Cell, area: Area, h: number, inks: Inks): DrawNode[] {
  switch (style) {
    case 'ruled':
      return ruled(cell, area, inks).nodes
    case 'tiles':
      return tile(cell, area, h, inks)
    case 'strips': {
      const box = { type: 'rect', ...area, h, radius: 3 } as const
      return cell.empty
        ? [{ ...box, fill: 'field' }]
        : [{ ...box, fill: inks.soft }, ...strip(cell, area, inks).nodes]
    }
  }
}

/** What was written in a row, as far as it fits beside the others. */
function strip({ text }: Cell, { x, y, w }: Area, inks: Inks): Placed {
  const words = placeText(
    text,
    { x: x + 6, y: y + 3, w: w - 12 },
    { size: SIZE, fill: inks.ink, maxLines: 2 },
  )
  return { h: words.h + 6, nodes: words.nodes }
}

function ruled({ label, text, empty }: Cell, { x, y, w }: Area, inks: Inks): Placed {
  const look = { size: SIZE, weight: 600, fill: inks.family } as const
  const head = label ? placeText(label, { x, y: y + 7, w }, look) : { h: 0, nodes: [] }
  const fill = empty ? inks.quiet : inks.ink
  const words = placeText(text, { x, y: y + 7 + head.h, w }, { size: SIZE, fill })
  const line: DrawNode = { type: 'rect', x, y, w, h: 2, fill: 'slot', opacity: 0.7 }
  return { h: 7 + head.h + words.h, nodes: [line, ...head.nodes, ...words.nodes] }
}

const drawnHeight = ({ assetId }: Cell, { w }: Area) => (assetId ? Math.round(w * 0.7) : 0)

const textHeight = ({ text }: Cell, area: Area, inks: Inks) =>
  text ? placeText(text, { ...area, w: area.w - 8 }, { size: SIZE, fill: inks.ink }).h + 12 : 0

function tile(cell: Cell, area: Area, h: number, inks: Inks): DrawNode[] {
  const { text, empty, assetId } = cell
  const { x, y, w } = area
  const look = { size: SIZE, anchor: 'middle', fill: empty ? inks.quiet : inks.ink } as const
  const drawnH = text ? drawnHeight(cell, area) : h
  const textH = text ? placeText(text, { x, y, w: w - 8 }, look).h : 0
  const top = assetId ? y + drawnH : y
  const words = placeText(text, { x: x + 4, y: top + (y + h - top - textH) / 2, w: w - 8 }, look)
  const drawn: DrawNode[] = assetId
    ? [{ type: 'image', assetId, x, y, w, h: drawnH, radius: 4, fit: 'cover' }]
    : []
  const box = { type: 'rect', radius: 4 } as const
  const ground: DrawNode = empty
    ? { ...box, x: x + 0.75, y: y + 0.75, w: w - 1.5, h: h - 1.5, line: 'slot', lineWidth: 1.5, dash: '5 4' }
    : { ...box, x, y, w, h, fill: inks.soft }
  return [ground, ...drawn, ...words.nodes]
}

/** Narrower columns break every other word: then they stand below each other. */
const NARROWEST_COLUMN = 96

export function placeColumns({ columns }: Columns, area: Area, inks: Inks): Placed {
  const gap = 14
  const w = (area.w - (columns.length - 1) * gap) / Math.max(1, columns.length)
  if (w < NARROWEST_COLUMN)
    return stacked(
      area,
      8,
      columns.map((column) => (at) => placeColumn(column, at, inks)),
    )
  const placed = columns.map((column, n) =>
    placeColumn(column, { x: area.x + n * (w + gap), y: area.y, w }, inks),
  )
  return { h: Math.max(0, ...placed.map(({ h }) => h)), nodes: placed.flatMap(({ nodes }) => nodes) }
}

function placeColumn({ letter, label, text }: Columns['columns'][number], area: Area, inks: Inks): Placed {
  const { x, y, w } = area
  const big = letter
    ? placeText(letter, area, { size: 24, weight: 700, lineHeight: 26, fill: inks.family })
    : { h: 7, nodes: [{ type: 'rect', x, y, w, h: 2, fill: inks.soft } as const] }
  const head = placeText(label, { x, y: y + big.h, w }, { size: SIZE, weight: 600, fill: inks.family })
  const words = placeText(text, { x, y: y + big.h + head.h, w }, { size: SIZE, fill: inks.ink })
  return { h: big.h + head.h + words.h, nodes: [...big.nodes, ...head.nodes, ...words.nodes] }
}

type End = readonly [word: string, anchor: keyof typeof ANCHORS]

const ANCHORS = { start: 0, middle: 0.5, end: 1 } as const
/** Free between two words side by side. */
const END_GAP = 4

const endWidth = (ends: readonly End[], w: number) => (ends.length === 1 ? w : w / ends.length - END_GAP)

const fitBeside = (ends: readonly End[], w: number) =>
  ends.every(([word]) => textWidth(word, { size: SIZE, weight: 400 }) <= endWidth(ends, w))

/** Words at ends of axes, side by side. */
function placeEnds(ends: readonly End[], area: Area, inks: Inks): Placed {
  const w = endWidth(ends, area.w)
  const placed = ends.map(([word, anchor]) =>
    placeText(
      word,
      { x: area.x + (area.w - w) * ANCHORS[anchor], y: area.y, w },
      { size: SIZE, fill: inks.quiet, anchor },
    ),
  )
  return { h: Math.max(...placed.map(({ h }) => h)), nodes: placed.flatMap(({ nodes }) => nodes) }
}

/** What stands below a cross: on a narrow card below each other, because half a word names no end. */
function placeLowerEnds(
  [left, right, , bottom]: NonNullable<Cross['poles']>,
  area: Area,
  inks: Inks,
): Placed {
  const middle: End = [bottom, 'middle']
  const sides: End[] = [
    [left, 'start'],
    [right, 'end'],
  ]
  const all = [...sides, middle]
  if (fitBeside(all, area.w)) return placeEnds(all, area, inks)
  const rows = [[middle], ...(fitBeside(sides, area.w) ? [sides] : sides.map((side) => [side]))]
  const written = rows.filter((row) => row.some(([word]) => word !== ''))
  return stacked(
    area,
    0,
    written.map((row) => (at) => placeEnds(row, at, inks)),
  )
}

/** Cards that lie on a cross keep this far from its words and its sides. */
const INSIDE = { x: 4, y: 3 }

/** Four quadrants with a cross between them; words at the ends of its axes above and below. */
export function placeCross(
  { quadrants, poles, dots = [], minHeight = 0 }: Cross,
  area: Area,
  inks: Inks,
): Placed {
  const nothing: Placed = { h: 0, nodes: [] }
  const above = poles ? placeEnds([[poles[2], 'middle']], area, inks) : nothing
  const below = (y: number) => (poles ? placeLowerEnds(poles, { ...area, y }, inks) : nothing)
  const top = area.y + above.h
  const w = (area.w - 2) / 2
  const content = quadrants.map(({ title, text }, n) => {
    const x = area.x + (n % 2) * (w + 2) + 10
    const inner = { x, y: 0, w: w - 20 }
    const head = placeText(title, inner, { size: SIZE, weight: 600, fill: inks.ink })
    return { x, title, text, h: head.h + placeText(text, inner, { size: SIZE, fill: inks.quiet }).h + 24 }
  })
  const half = Math.floor((minHeight - above.h - below(0).h - 2) / 2)
  const rows = [0, 2].map((first) => Math.max(72, half, content[first]?.h ?? 0, content[first + 1]?.h ?? 0))
  const h = rows[0]! + 2 + rows[1]!
  const nodes = content.flatMap(({ x, title, text }, n) => {
    const y = n < 2 ? top : top + rows[0]! + 2
    const rowH = rows[n < 2 ? 0 : 1]!
    const inner = { x, y: y + 8, w: w - 20 }
    const textH = placeText(text, inner, { size: SIZE, fill: inks.quiet }).h
    return [
      ...placeText(title, inner, { size: SIZE, weight: 600, fill: inks.ink }).nodes,
      ...placeText(text, { ...inner, y: y + rowH - 8 - textH }, { size: SIZE, fill: inks.quiet }).nodes,
    ]
  })
  const lines: DrawNode[] = [
    { type: 'rect', x: area.x + w, y: top, w: 2, h, fill: inks.family },
    { type: 'rect', x: area.x, y: top + rows[0]!, w: area.w, h: 2, fill: inks.family },
  ]
  const marks = dots.map(({ x, y }): DrawNode => {
    const at = { x: area.x + 6 + x * (area.w - 12) - 6, y: top + 6 + y * (h - 12) - 6 }
    return { type: 'rect', ...at, w: 12, h: 12, radius: 6, fill: inks.family }
  })
  const ends = below(top + h)
  return {
    h: above.h + h + ends.h,
    nodes: [...lines, ...nodes, ...marks, ...above.nodes, ...ends.nodes],
    inside: {
      x: area.x + INSIDE.x,
      y: top + INSIDE.y,
      w: area.w - 2 * INSIDE.x,
      h: h - 2 * INSIDE.y,
    },
  }
}
