import { TARGET_P95_MS, type Series } from './sweep.ts'

const WIDTH = 760
const HEIGHT = 420
const MARGIN = { left: 64, right: 24, top: 24, bottom: 52 }
const MIN_MS = 1
const MAX_MS = 10_000
const COLOURS = ['#8a5a00', '#a03060', '#7a4fb0', '#00616b', '#3b6e22']

/** People on the x axis, p95 of edit→peer on the y axis (logarithmic), one line a server. Plain SVG, both themes. */
export function plot(series: Series[]): string {
  const most = Math.max(...series.flatMap(({ measurements }) => measurements.map(({ people }) => people)))
  const x = (people: number) => MARGIN.left + (people / most) * (WIDTH - MARGIN.left - MARGIN.right)
  const y = (ms: number) => {
    const share = Math.log(Math.min(MAX_MS, Math.max(MIN_MS, ms)) / MIN_MS) / Math.log(MAX_MS / MIN_MS)
    return HEIGHT - MARGIN.bottom - share * (HEIGHT - MARGIN.top - MARGIN.bottom)
  }
  const step = most > 1_500 ? 400 : 200
  const ticksX = Array.from({ length: Math.floor(most / step) + 1 }, (_, n) => n * step)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    ...ticksX.map((people) => label(x(people), HEIGHT - MARGIN.bottom + 18, String(people), 'middle')),
    ...[1, 10, 100, 1_000, 10_000].map(
      (ms) =>
        rule(x(0), y(ms), x(most), ms === TARGET_P95_MS) + label(x(0) - 8, y(ms) + 4, `${ms} ms`, 'end'),
    ),
    label(x(most / 2), HEIGHT - 12, 'people on one core', 'middle'),
    ...series.map((one, index) => line(one, COLOURS[index % COLOURS.length]!, x, y)),
    ...series.map(({ name }, index) => key(name, COLOURS[index % COLOURS.length]!, index)),
    '</svg>\n',
  ].join('\n')
}

type Scale = (value: number) => number

function line({ measurements }: Series, colour: string, x: Scale, y: Scale): string {
  const points = measurements.map(({ people, editToPeer }) => [
    x(people).toFixed(1),
    y(editToPeer.p95).toFixed(1),
  ])
  const dots = points.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3.5" fill="${colour}"/>`)
  const path = points.map((point) => point.join(',')).join(' ')
  return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}`
}

const label = (x: number, y: number, text: string, anchor: string) =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="#333">${text}</text>`

const rule = (x1: number, y: number, x2: number, strong: boolean) =>
  `<line x1="${x1}" y1="${y.toFixed(1)}" x2="${x2}" y2="${y.toFixed(1)}" stroke="${strong ? '#b00020' : '#ddd'}"/>`

/** On the right, above where the largest loads end. */
const KEY_LEFT = WIDTH - MARGIN.right - 330

const key = (name: string, colour: string, index: number) =>
  `<rect x="${KEY_LEFT}" y="${MARGIN.top + index * 20}" width="14" height="4" fill="${colour}"/>` +
  label(KEY_LEFT + 22, MARGIN.top + index * 20 + 7, name, 'start')
