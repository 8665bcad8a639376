import { getStroke } from 'perfect-freehand'
import type { BoardRecord } from '../document/board-record.ts'
import { wordsOfRichText } from '../document/rich-text.ts'
import { lightColours } from '../layout/card/light-colours.ts'
import type { SvgElement } from '../layout/card/svg.ts'
import { breakLines } from '../layout/text/lines.ts'

/** Shapes drawn by hand, in their own coordinates: what tldraw 3.15 stores, drawn plainly. */

interface Point {
  x: number
  y: number
}

const inks: Readonly<Record<string, string>> = {
  black: '#1d1d1d',
  grey: '#9fa8b2',
  'light-violet': '#e085f4',
  violet: '#ae3ec9',
  blue: '#4465e9',
  'light-blue': '#4ba1f1',
  yellow: '#f1ac4b',
  orange: '#e16919',
  green: '#099268',
  'light-green': '#4cb05e',
  'light-red': '#f87777',
  red: '#e03131',
  white: '#ffffff',
}
const widths: Readonly<Record<string, number>> = { s: 2, m: 3.5, l: 5, xl: 10 }
const letters: Readonly<Record<string, number>> = { s: 18, m: 24, l: 36, xl: 44 }
const labels: Readonly<Record<string, number>> = { s: 18, m: 22, l: 26, xl: 32 }

type Props = Readonly<Record<string, unknown>>

const text = (value: unknown) => (typeof value === 'string' ? value : '')
const number = (value: unknown, otherwise = 0) =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise
const inkOf = (props: Props) => inks[text(props.color)] ?? inks.black!
const point = (value: unknown): Point => {
  const { x, y } = (value ?? {}) as { x?: unknown; y?: unknown }
  return { x: number(x), y: number(y) }
}

/** @param family names of the font, as SVG writes them @param ends of an arrow, in its coordinates, where it is bound */
export function drawnShape(
  { type, props: stored }: BoardRecord,
  family: string,
  ends: { start?: Point; end?: Point } = {},
): SvgElement[] {
  const props = (stored ?? {}) as Props
  switch (type) {
    case 'text':
      return textShape(props, family)
    case 'geo':
      return geoShape(props, family)
    case 'note':
      return [
        rect(0, 0, 200, 200, { fill: lightColours['note-yellow'] }),
        ...centred(
          wordsOfRichText(props.richText),
          200,
          200,
          labels[text(props.size)] ?? 22,
          lightColours.ink,
          family,
        ),
      ]
    case 'arrow':
      return arrowShape(props, ends, family)
    case 'line':
      return [path(polyline(Object.values(props.points ?? {}).map(point)), props)]
    case 'draw':
    case 'highlight':
      return strokes(props, type === 'highlight')
    default:
      return []
  }
}

const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  more: Record<string, string | number>,
): SvgElement => ({
  tag: 'rect',
  attributes: { x, y, width, height, ...more },
})

const path = (d: string, props: Props, fill = 'none'): SvgElement => ({
  tag: 'path',
  attributes: {
    d,
    fill,
    stroke: inkOf(props),
    'stroke-width': widths[text(props.size)] ?? 3.5,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    ...(props.dash === 'dashed' ? { 'stroke-dasharray': '12 8' } : {}),
    ...(props.dash === 'dotted' ? { 'stroke-dasharray': '1 8' } : {}),
  },
})

const polyline = (points: readonly Point[]) =>
  points.map(({ x, y }, n) => `${n === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')

function linesAt(
  lines: readonly string[],
  x: number,
  y: number,
  size: number,
  anchor: string,
  fill: string,
  family: string,
): SvgElement[] {
  return lines.map((line, n) => ({
    tag: 'text',
    attributes: {
      x,
      y: Math.round((y + n * size * 1.3 + size) * 10) / 10,
      'font-family': family,
      'font-size': size,
      'text-anchor': anchor,
      fill,
    },
    text: line,
  }))
}

function textShape(props: Props, family: string): SvgElement[] {
  const size = (letters[text(props.size)] ?? 24) * number(props.scale, 1)
  const words = wordsOfRichText(props.richText).trimEnd()
  const lines =
    props.autoSize === false
      ? breakLines(words, { size, weight: 400 }, Math.max(20, number(props.w, 400)))
      : words.split('\n')
  return linesAt(lines, 0, 0, size, 'start', inkOf(props), family)
}

function geoShape(props: Props, family: string): SvgElement[] {
  const w = Math.max(1, number(props.w, 100))
  const h = Math.max(1, number(props.h, 100) + number(props.growY))
  const fill = props.fill === 'solid' || props.fill === 'semi' ? lightColours.card : 'none'
  return [
    path(outlineOf(text(props.geo), w, h), props, fill),
    ...centred(
      wordsOfRichText(props.richText),
      w,
      h,
      labels[text(props.size)] ?? 22,
      inkOf({ color: props.labelColor }),
      family,
    ),
  ]
}

function outlineOf(geo: string, w: number, h: number): string {
  switch (geo) {
    case 'ellipse':
    case 'oval':
      return `M0 ${h / 2}A${w / 2} ${h / 2} 0 1 0 ${w} ${h / 2}A${w / 2} ${h / 2} 0 1 0 0 ${h / 2}Z`
    case 'diamond':
      return `M${w / 2} 0L${w} ${h / 2}L${w / 2} ${h}L0 ${h / 2}Z`
    case 'triangle':
      return `M${w / 2} 0L${w} ${h}L0 ${h}Z`
    default:
      return `M0 0H${w}V${h}H0Z`
  }
}

function centred(
  words: string,
  w: number,
  h: number,
  size: number,
  fill: string,
  family: string,
): SvgElement[] {
  const shown = words.trim()
  if (shown === '') return []
  const lines = breakLines(shown, { size, weight: 400 }, Math.max(size * 3, w - 16))
  return linesAt(lines, w / 2, (h - lines.length * size * 1.3) / 2, size, 'middle', fill, family)
}

const HEAD = 14

function arrowShape(props: Props, ends: { start?: Point; end?: Point }, family: string): SvgElement[] {
  const [start, end] = [ends.start ?? point(props.start), ends.end ?? point(props.end)]
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1
  const bend = number(props.bend)
  // The middle of the line lies as far beside it as the arrow is bent
  const middle = {
    x: (start.x + end.x) / 2 + (bend * (end.y - start.y)) / length,
    y: (start.y + end.y) / 2 - (bend * (end.x - start.x)) / length,
  }
  const control = { x: 2 * middle.x - (start.x + end.x) / 2, y: 2 * middle.y - (start.y + end.y) / 2 }
  const line = `M${start.x} ${start.y}Q${control.x} ${control.y} ${end.x} ${end.y}`
  return [
    path(line, props),
    ...(props.arrowheadEnd === 'none' ? [] : [path(headAt(end, control), props)]),
    ...(text(props.arrowheadStart) && props.arrowheadStart !== 'none'
      ? [path(headAt(start, control), props)]
      : []),
    ...labelAt(
      text(props.text),
      middle,
      labels[text(props.size)] ?? 20,
      inkOf({ color: props.labelColor }),
      family,
    ),
  ]
}

function headAt(tip: Point, from: Point): string {
  const angle = Math.atan2(tip.y - from.y, tip.x - from.x)
  const side = (turn: number) => ({
    x: tip.x - HEAD * Math.cos(angle + turn),
    y: tip.y - HEAD * Math.sin(angle + turn),
  })
  return polyline([side(0.5), tip, side(-0.5)])
}

function labelAt(words: string, { x, y }: Point, size: number, fill: string, family: string): SvgElement[] {
  if (words.trim() === '') return []
  const lines = breakLines(words.trim(), { size, weight: 400 }, 220)
  return linesAt(lines, x, y - (lines.length * size * 1.3) / 2 - size / 4, size, 'middle', fill, family)
}

interface Segment {
  points?: readonly { x: number; y: number; z?: number }[]
}

function strokes(props: Props, isHighlight: boolean): SvgElement[] {
  const size = (widths[text(props.size)] ?? 3.5) * (isHighlight ? 6 : 1.4)
  const segments = (Array.isArray(props.segments) ? props.segments : []) as Segment[]
  const points = segments.flatMap((segment) =>
    (segment.points ?? []).map(({ x, y, z }) => [number(x), number(y), number(z, 0.5)]),
  )
  if (points.length === 0) return []
  const outline = getStroke(points, {
    size,
    thinning: isHighlight ? 0 : 0.4,
    smoothing: 0.6,
    streamline: 0.4,
  })
  const d = `${polyline(outline.map(([x, y]) => ({ x, y })))}Z`
  return [{ tag: 'path', attributes: { d, fill: inkOf(props), ...(isHighlight ? { opacity: 0.35 } : {}) } }]
}
