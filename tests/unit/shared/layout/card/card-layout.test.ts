import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutCard } from '#shared/layout/card/card-layout.ts'
import { matrixPresets } from '#shared/kinds/matrix/presets.ts'
import type { Body, CardFace, Foot, KindLine, Part } from '#shared/layout/card/parts.ts'
import { textWidth } from '#shared/layout/text/widths.ts'

const words = fc
  .array(
    fc.constantFrom('Antrag', 'liegt', 'bei', 'wem?', 'Verwaltungsverfahren', 'O-Ton', 'ja', '\n', 'Zeile'),
    {
      maxLength: 24,
    },
  )
  .map((list) => list.join(' '))
const filled = words.map((text) => text.trim() || 'Text')
const count = fc.integer({ min: 0, max: 5 })
const title = filled.map((text) => ({ type: 'title', text }) as const)
const kindLine: KindLine = {
  type: 'kindLine',
  icon: 'lightbulb',
  word: 'Interviewprotokoll',
  right: { type: 'maturity', status: 'agreed', word: 'abgestimmt' },
}
const foot: Foot = {
  type: 'foot',
  left: [
    { type: 'evidence', word: '14 O-Töne', short: '14' },
    { type: 'word', icon: 'message-circle', word: '3' },
  ],
  right: { type: 'word', icon: 'lock', word: 'nur für die Gruppe' },
}

/** One of every part, in words of any length. */
const part: fc.Arbitrary<Part> = fc.oneof(
  title,
  filled.map((text): Part => ({ type: 'text', text })),
  filled.map((text): Part => ({
    type: 'sentence',
    pieces: ['Wir ', { slot: text, empty: false }, ', weil ', { slot: 'Grund', empty: true }],
  })),
  fc.tuple(filled, count).map(([value, n]): Part => ({
    type: 'rows',
    arrangement: 'beside',
    rows: [
      { label: 'Nachnutzen', value, evidence: n },
      { label: 'Reife', value: { filled: n, of: 5 } },
    ],
  })),
  filled.map((text): Part => ({ type: 'box', label: 'Deutung', text })),
  count.map((n): Part => ({ type: 'steps', filled: n, of: 5, word: 'Pilot' })),
  fc
    .array(count, { minLength: 1, maxLength: 5 })
    .map((values): Part => ({ type: 'chart', values, ends: ['müde', 'wach'] })),
  fc
    .tuple(title, count)
    .map(([one, n]): Part => ({ type: 'rings', filled: n, of: 3, title: one, about: 'hoch' })),
  fc.tuple(filled, fc.constantFrom('ruled', 'tiles', 'strips')).map(([text, style]): Part => ({
    type: 'cells',
    columns: 2,
    style: style as 'ruled',
    cells: [{ label: 'Sagt', text }, { text: 'Denkt' }, { text: '7', empty: true }],
  })),
  filled.map((text): Part => ({
    type: 'columns',
    columns: [
      { letter: 'N', label: 'Bedarf', text },
      { label: 'Ansatz', text: 'x' },
    ],
  })),
  filled.map((text): Part => ({
    type: 'cross',
    quadrants: [text, 'b', 'c', 'd'].map((one) => ({ title: one, text: '3' })),
    poles: ['links', 'rechts', 'oben', 'unten'],
    dots: [{ x: 0, y: 1 }],
  })),
  fc.array(fc.integer({ min: -2, max: 2 }), { maxLength: 6 }).map((values): Part => ({
    type: 'curve',
    points: values.map((value) => ({
      value,
      mark: value < 0 ? ('break' as const) : ('chance' as const),
      label: 'Amt',
    })),
  })),
  filled.map((text): Part => ({
    type: 'picture',
    assetId: null,
    place: 'inside',
    beside: [{ type: 'text', text }],
  })),
  filled.map((text): Part => ({
    type: 'strip',
    pictures: [
      { assetId: 'a', text },
      { assetId: null, text: 'zwei' },
    ],
  })),
  filled.map((text): Part => ({ type: 'notice', icon: 'gavel', text, tone: 'attention' })),
  filled.map((text): Part => ({ type: 'points', points: [text, 'zwei'] })),
  title.map((one): Part => ({ type: 'task', done: true, title: one })),
  count.map((n): Part => ({
    type: 'counts',
    counts: [
      { count: n, word: 'dafür' },
      { count: 1, word: 'dagegen' },
    ],
  })),
)

const body: fc.Arbitrary<Body> = fc.oneof(
  fc
    .constantFrom('cap', 'leftBar', 'dogEar', 'topTint', 'roundCorner', 'doubleBorder', undefined)
    .map((mark): Body => (mark ? { type: 'paper', mark } : { type: 'paper' })),
  fc.constantFrom<Body>(
    { type: 'note', paper: 'blue' },
    { type: 'poster' },
    { type: 'sheet' },
    { type: 'arrow' },
  ),
)

const head: Part = {
  type: 'head',
  portrait: { letters: 'MB' },
  kindLine,
  title: { type: 'title', text: 'Maren' },
}
const face: fc.Arbitrary<CardFace> = fc
  .tuple(body, fc.array(part, { maxLength: 4 }), fc.constantFrom<Part>(kindLine, head))
  .map(([one, parts, first]) => ({ family: 'understand', body: one, parts: [first, ...parts, foot] }))
const width = fc.constantFrom(184, 284, 384, 584)

describe('the layout of a card', () => {
  it('lets no part cover another, and none reach over the edge', () => {
    fc.assert(
      fc.property(face, width, (one, w) => {
        const { boxes, h } = layOutCard(one, w, 136)
        let bottom = 0
        for (const box of boxes) {
          expect(box.y).toBeGreaterThanOrEqual(bottom)
          expect(box.x).toBeGreaterThanOrEqual(0)
          expect(box.x + box.w).toBeLessThanOrEqual(w)
          bottom = box.y + box.h
        }
        expect(bottom).toBeLessThanOrEqual(h)
      }),
    )
  })

  it('keeps every line of text inside the card', () => {
    fc.assert(
      fc.property(face, width, (one, w) => {
        const { nodes, h } = layOutCard(one, w)
        for (const node of nodes) {
          if (node.type !== 'text') continue
          for (const { x, y, text } of node.lines) {
            const long = textWidth(text, { size: node.size, weight: node.weight })
            const left = node.anchor === 'middle' ? x - long / 2 : node.anchor === 'end' ? x - long : x
            expect(left).toBeGreaterThanOrEqual(-1)
            expect(left + long).toBeLessThanOrEqual(w + 1)
            expect(y).toBeLessThanOrEqual(h)
          }
        }
      }),
    )
  })

  it('writes nothing smaller than 17', () => {
    fc.assert(
      fc.property(face, width, (one, w) => {
        for (const node of layOutCard(one, w).nodes)
          if (node.type === 'text') expect(node.size).toBeGreaterThanOrEqual(17)
      }),
    )
  })

  it('grows with the text and never below what was asked for, in steps of four', () => {
    fc.assert(
      fc.property(filled, filled, width, fc.integer({ min: 0, max: 400 }), (text, more, w, least) => {
        const height = (words: string) =>
          layOutCard(
            {
              family: 'make',
              body: { type: 'paper' },
              parts: [kindLine, { type: 'text', text: words }, foot],
            },
            w,
            least,
          ).h
        expect(height(`${text} ${more}`)).toBeGreaterThanOrEqual(height(text))
        expect(height(text)).toBeGreaterThanOrEqual(least)
        expect(height(text) % 4).toBe(0)
      }),
    )
  })

  it('says where the headline is written', () => {
    const parts: Part[] = [kindLine, { type: 'title', text: 'Wer ist am Zug?', headline: true }]
    const { headline } = layOutCard({ family: 'make', body: { type: 'paper' }, parts }, 284)
    expect(headline).toMatchObject({ x: 14, y: 40, w: 256, size: 20, lineHeight: 25, weight: 700 })
  })
})

describe('the words at the ends of the axes of a matrix', () => {
  type Poles = [left: string, right: string, top: string, bottom: string]
  const linesOf = (w: number, poles: Poles) => {
    const quadrants = Array<{ title: string; text: string }>(4).fill({ title: '', text: '' })
    const parts: Part[] = [kindLine, { type: 'cross', quadrants, poles }, foot]
    const { nodes, boxes } = layOutCard({ family: 'frame', body: { type: 'paper' }, parts }, w, 136)
    const lines = nodes.flatMap((node) => (node.type === 'text' ? node.lines : []))
    return { lines, inside: boxes.find((box) => box.inside)!.inside! }
  }

  it.each([184, 245, 284, 384, 584])('are whole on a card %i wide, and no card lies on them', (w) => {
    for (const { fields } of [...matrixPresets.de, ...matrixPresets.en]) {
      const poles: Poles = [fields.xLow, fields.xHigh, fields.yHigh, fields.yLow]
      const { lines, inside } = linesOf(w, poles)
      for (const pole of poles) {
        const found = lines.filter(({ text }) => text === pole)
        expect(found.length, `${pole} at ${w}`).toBeGreaterThan(0)
        for (const { y } of found)
          expect(y <= inside.y || y - 17 >= inside.y + inside.h, `${pole} at ${w}`).toBe(true)
      }
    }
  })

  it('stand side by side where there is room, and are broken and not cut where there is none', () => {
    const below = ['links', 'unten', 'rechts']
    const { lines: short } = linesOf(284, ['links', 'rechts', 'oben', 'unten'])
    expect(new Set(short.flatMap(({ text, y }) => (below.includes(text) ? [y] : []))).size).toBe(1)
    const long = 'von wenigen Leuten mit großem Aufwand in vielen Monaten'
    const { lines } = linesOf(184, [long, 'b', 'c', 'd'])
    expect(lines.map(({ text }) => text).join(' ')).toContain(long)
  })
})
