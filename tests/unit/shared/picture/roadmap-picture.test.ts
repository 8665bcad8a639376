import { expect, it } from 'vitest'
import { roadmapPicture } from '#shared/picture/roadmap-picture.ts'

const steps = ['Partnerschaften', 'Entwicklung', 'Umsetzung', 'Bereitstellung', 'Weiterentwicklung']
const draw = (groups: Parameters<typeof roadmapPicture>[0]['groups']) =>
  roadmapPicture({ title: 'Fahrplan', steps, groups, doneMark: '✓', fontFamily: 'serif' })
const milestone = (title: string, step: number, more = {}) => ({
  ...{ title, step, day: '1.5.2027', isDone: false },
  ...more,
})

/** What is written, with where it begins. */
const textsIn = (svg: string) =>
  [...svg.matchAll(/<text x="([\d.-]+)" y="([\d.-]+)"[^>]*>([^<]*)</g)].map(([, x, y, text]) => ({
    x: Number(x),
    y: Number(y),
    text,
  }))

it('puts each milestone below its step, beside its group', () => {
  const texts = textsIn(
    draw([
      { name: 'Wohngeld', milestones: [milestone('Probelauf', 2)] },
      { name: 'Kita', milestones: [milestone('Betrieb', 3)] },
    ]).svg,
  )
  const at = (wanted: string) => texts.find(({ text }) => text === wanted)!
  expect(at('Probelauf').x).toBeGreaterThan(at('Umsetzung').x - 40)
  expect(at('Probelauf').x).toBeLessThan(at('Bereitstellung').x)
  expect(at('Betrieb').y).toBeGreaterThan(at('Kita').y - 1)
  expect(at('Kita').y).toBeGreaterThan(at('Probelauf').y)
})

it('lets nothing lie on anything else, however much a group plans', () => {
  const many = Array.from({ length: 12 }, (_, n) =>
    milestone(`Ein Meilenstein, dessen Name nicht in eine Zeile passt, Nummer ${n}`, n % 5),
  )
  const { svg, h } = draw([
    { name: 'Eine Gruppe mit einem langen Namen, der umbrochen wird', milestones: many },
    { name: 'Andere', milestones: [milestone('Ende', 0)] },
  ])
  const texts = textsIn(svg)
  const places = texts.map(({ x, y }) => `${x} ${y}`)
  expect(new Set(places).size).toBe(places.length)
  for (const one of texts)
    for (const other of texts)
      if (one !== other && one.x === other.x) expect(Math.abs(one.y - other.y)).toBeGreaterThanOrEqual(17)
  expect(Math.max(...texts.map(({ y }) => y))).toBeLessThan(h)
})

it('marks what is reached, and says nothing where there is no day', () => {
  const texts = textsIn(
    draw([
      {
        name: 'A',
        milestones: [milestone('Fertig', 0, { isDone: true }), milestone('Offen', 1, { day: '' })],
      },
    ]).svg,
  ).map(({ text }) => text)
  expect(texts).toContain('✓ 1.5.2027')
  expect(texts.filter((text) => text?.includes('1.5.2027'))).toHaveLength(1)
})

it('takes what people wrote as words', () => {
  const { svg } = draw([{ name: '<script>', milestones: [milestone('A & B', 0)] }])
  expect(svg).not.toContain('<script>')
  expect(svg).toContain('A &amp; B')
})
