import { printSvg } from '../layout/card/print-svg.ts'
import type { SvgElement } from '../layout/card/svg.ts'
import { breakLinesUpTo } from '../layout/text/lines.ts'
import type { TextStyle } from '../layout/text/style.ts'

interface DrawnMilestone {
  title: string
  /** As it is read: "1.5.2027"; empty where nobody set a day. */
  day: string
  /** Number of its step, from 0. */
  step: number
  isDone: boolean
}

interface RoadmapToDraw {
  title: string
  /** The five steps, in their order. */
  steps: readonly string[]
  /** Each with its milestones in the order of their days. */
  groups: readonly { name: string; milestones: readonly DrawnMilestone[] }[]
  /** Stands before what is reached. */
  doneMark: string
  fontFamily: string
}

const LABEL_W = 168
const STEP_W = 204
const HEAD_H = 64
const GAP = 12
const LINE_H = 17
const POINT = 14
/** A file is looked at where our font is not: others are wider. */
const OTHER_FONTS = 0.84
const TITLE: TextStyle = { size: 13, weight: 400 }
const STRONG: TextStyle = { size: 13, weight: 600 }
const INK = '#1e2120'
const QUIET = '#585e5b'
const COMMIT = '#1d6b3a'
const LINE = '#ddd6c9'

/**
 * Groups × steps with the milestones of each, as an SVG that needs nothing beside it. The same on every machine: lines are
 * broken by the font's advance widths.
 */
export function roadmapPicture({ title, steps, groups, doneMark, fontFamily }: RoadmapToDraw): {
  /** A file of its own. */
  svg: string
  /** The same without its frame, for views. */
  elements: SvgElement[]
  viewBox: string
  w: number
  h: number
} {
  const w = LABEL_W + steps.length * STEP_W + POINT
  const elements: SvgElement[] = steps.flatMap((step, n) => head(step, LABEL_W + n * STEP_W))
  let y = HEAD_H + GAP
  for (const { name, milestones } of groups) {
    const columns = steps.map((_, n) =>
      milestones.filter((one) => one.step === n).map((one) => flag(one, doneMark)),
    )
    const label = breakLinesUpTo(4, name, STRONG, (LABEL_W - GAP) * OTHER_FONTS)
    const heights = columns.map((flags) => flags.reduce((sum, lines) => sum + heightOf(lines), 0))
    elements.push(...words(label, STRONG, 0, y, INK))
    columns.forEach((flags, n) => {
      let at = y
      for (const lines of flags) {
        elements.push(...drawnFlag(lines, LABEL_W + n * STEP_W, at))
        at += heightOf(lines)
      }
    })
    y += Math.max(label.length * LINE_H, ...heights, LINE_H) + GAP
    elements.push({ tag: 'rect', attributes: { x: 0, y: y - GAP / 2, width: w, height: 1, fill: LINE } })
    y += GAP / 2
  }
  const size = { width: w + 2 * GAP, height: y + 2 * GAP }
  const viewBox = `${-GAP} ${-GAP} ${size.width} ${size.height}`
  const drawn: SvgElement[] = [
    { tag: 'rect', attributes: { x: -GAP, y: -GAP, ...size, fill: '#ffffff' } },
    ...elements,
  ]
  const root: SvgElement = {
    tag: 'svg',
    attributes: { xmlns: 'http://www.w3.org/2000/svg', viewBox, ...size, 'font-family': fontFamily },
    children: [{ tag: 'title', attributes: {}, text: title }, ...drawn],
  }
  return { svg: printSvg([root]), elements: drawn, viewBox, w: size.width, h: size.height }
}

/** An arrow towards the next step. */
function head(step: string, x: number): SvgElement[] {
  const right = x + STEP_W - 4
  const points = [
    [x, 0],
    [right, 0],
    [right + POINT, HEAD_H / 2],
    [right, HEAD_H],
    [x, HEAD_H],
    [x + POINT, HEAD_H / 2],
  ]
  const lines = breakLinesUpTo(2, step, STRONG, (STEP_W - 3 * POINT) * OTHER_FONTS)
  const top = HEAD_H / 2 - (lines.length * LINE_H) / 2
  return [
    {
      tag: 'polygon',
      attributes: { points: points.map((point) => point.join(',')).join(' '), fill: COMMIT },
    },
    ...words(lines, STRONG, x + 2 * POINT, top, '#ffffff'),
  ]
}

interface Flag {
  day: readonly string[]
  title: readonly string[]
}

function flag({ title, day, isDone }: DrawnMilestone, doneMark: string): Flag {
  const first = [isDone ? doneMark : '', day].filter(Boolean).join(' ')
  return {
    day: first === '' ? [] : [first],
    title: breakLinesUpTo(6, title, TITLE, (STEP_W - 2 * GAP) * OTHER_FONTS),
  }
}

const heightOf = ({ day, title }: Flag) => (day.length + title.length) * LINE_H + GAP

const drawnFlag = ({ day, title }: Flag, x: number, y: number): SvgElement[] => [
  {
    tag: 'rect',
    attributes: { x, y: y + 2, width: 3, height: (day.length + title.length) * LINE_H - 2, fill: COMMIT },
  },
  ...words(day, STRONG, x + GAP, y, QUIET),
  ...words(title, TITLE, x + GAP, y + day.length * LINE_H, INK),
]

const words = (
  lines: readonly string[],
  { size, weight }: TextStyle,
  x: number,
  y: number,
  fill: string,
): SvgElement[] =>
  lines.map((text, n) => ({
    tag: 'text',
    attributes: { x, y: y + n * LINE_H + size, 'font-size': size, 'font-weight': weight, fill },
    text,
  }))
