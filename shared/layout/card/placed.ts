import { breakLines, breakLinesUpTo } from '../text/lines.ts'
import type { FontWeight, TextStyle } from '../text/style.ts'
import type { Colour, DrawNode, TextNode } from './draw.ts'
import { icons, type IconName } from './icons.ts'

/** Where a part may draw: it begins at `y` and takes what height it needs. */
export interface Area {
  x: number
  y: number
  w: number
}

/** An area whose height is known. */
export interface Box extends Area {
  h: number
}

/** A part that has its place. */
export interface Placed {
  h: number
  nodes: DrawNode[]
  headline?: HeadlineBox
  /** Where cards may lie on it. */
  inside?: Box
}

/** Where the text that stands for the card can be written in place. */
export interface HeadlineBox {
  x: number
  y: number
  w: number
  h: number
  size: number
  lineHeight: number
  weight: FontWeight
  ink: Colour
}

/** The colours a card is drawn in, by what they are for. */
export interface Inks {
  ink: Colour
  quiet: Colour
  family: Colour
  /** Tint on the card's ground. */
  soft: Colour
  band: Colour
  /** What wants attention: on coloured paper its own ink, because amber cannot be read there. */
  attention: Colour
  /** What the card itself is filled with. */
  ground: Colour
}

const lineHeights: Readonly<Record<number, number>> = {
  17: 21,
  18: 23,
  19: 24,
  20: 25,
  21: 26,
  22: 28,
  24: 30,
  28: 34,
}

/** Distance of two lines of text on cards. */
export const lineHeightOf = (size: number) => lineHeights[size] ?? Math.round(size * 1.15)

/** Parts of the letter size above and below the baseline, as the font states them: where a browser puts the line. */
const ASCENT = 0.984
const DESCENT = 0.316

export const baselineIn = (lineHeight: number, size: number) => (lineHeight + (ASCENT - DESCENT) * size) / 2

interface TextLook {
  size: number
  weight?: FontWeight
  fill: Colour
  lineHeight?: number
  anchor?: 'start' | 'middle' | 'end'
  maxLines?: number
  headline?: true | undefined
}

/** A text broken into the lines of an area. */
export function placeText(text: string, { x, y, w }: Area, look: TextLook): Placed {
  const { size, weight = 400, fill, lineHeight = lineHeightOf(size), anchor = 'start', maxLines } = look
  const style: TextStyle = { size, weight }
  const lines = maxLines ? breakLinesUpTo(maxLines, text, style, w) : breakLines(text, style, w)
  const at = anchor === 'start' ? x : anchor === 'end' ? x + w : x + w / 2
  const node: TextNode = {
    type: 'text',
    size,
    weight,
    fill,
    ...(anchor === 'start' ? {} : { anchor }),
    ...(look.headline ? { headline: true } : {}),
    lines: lines.map((line, n) => ({
      x: at,
      y: y + n * lineHeight + baselineIn(lineHeight, size),
      text: line,
    })),
  }
  const h = lines.length * lineHeight
  return {
    h,
    nodes: [node],
    ...(look.headline ? { headline: { x, y, w, h, size, lineHeight, weight, ink: fill } } : {}),
  }
}

/** A sign drawn `size` wide at a place. */
export function iconAt(icon: IconName, x: number, y: number, size: number, line: Colour): DrawNode {
  const scale = size / 24
  return { type: 'path', d: icons[icon], line, lineWidth: 2, at: { x, y, scale } }
}

/** Puts parts below each other with a gap; those without height leave none. */
export function stacked(area: Area, gap: number, places: readonly ((area: Area) => Placed)[]): Placed {
  const all: Placed = { h: 0, nodes: [] }
  for (const place of places) {
    const y = area.y + all.h + (all.h > 0 ? gap : 0)
    const placed = place({ ...area, y })
    if (placed.h === 0) continue
    all.h = y - area.y + placed.h
    all.nodes.push(...placed.nodes)
    if (placed.headline) all.headline = placed.headline
  }
  return all
}
