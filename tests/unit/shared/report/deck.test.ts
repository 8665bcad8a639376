import { describe, expect, it } from 'vitest'
import { leaving } from '#shared/consent/leaving.ts'
import { createArtefact, type NewArtefact } from '#shared/document/artefacts.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'
import { deckOf } from '#shared/report/deck.ts'
import { reportOf } from '#shared/report/outline.ts'
import { pagesOfPoints, pointsIn } from '#shared/report/points.ts'
import { released, sampleGroup } from '#tests/support/sample-group.ts'

const NOW = Date.UTC(2026, 2, 12, 15, 5)

type Card = Pick<NewArtefact, 'kind' | 'fields' | 'links'>

/** The sample group with these cards; links to `quote` lead to the quote that is released. */
function deck(cards: (id: (n: number) => never, quote: never) => Card[], chosen?: number) {
  const doc = sampleGroup()
  const { artefacts, board } = rootsOf(doc)
  const quote = [...artefacts.keys()].find((id) => String(artefacts.get(id)?.get('f.wording')) === released)
  const ids: string[] = []
  const made = cards((n) => ids[n] as never, quote as never)
  for (const [n] of made.entries()) {
    // Again, because each may name those before it
    const card = cards((at) => ids[at] as never, quote as never)[n]!
    const artefactId = createArtefact(artefacts, {
      ...card,
      phase: 'solution',
      createdAt: NOW + n,
      authorship: { as: 'anonymous' },
    })
    ids.push(artefactId)
    placeArtefact(board, { artefactId, parentId: 'page:solution-concepts', x: 0, y: n * 300, w: 284, h: 196 })
  }
  const outgoing = leaving([takeSnapshot(doc)], { instead: '[…]' })
  const source = { name: 'Wohngeld', kind: 'project', document: outgoing.documents[0]!, history: [] } as const
  const settings = { title: 'Werkstatt', language: 'de', timeZone: 'Europe/Berlin', exportedAt: NOW } as const
  const cardId = chosen === undefined ? null : ids[chosen]!
  return deckOf(reportOf([source], outgoing, settings), { cardId, picture: () => null })
}

const concept: Card = {
  kind: 'concept',
  fields: { name: 'Standlicht', problem: 'Niemand weiß, wo es liegt.' },
}

describe('slides of a pitch', () => {
  it('tells each part on a slide of its own, and what was made of a concept instead of the concept', () => {
    const { title, subtitle, slides } = deck((id) => [
      concept,
      {
        kind: 'pitch',
        fields: { title: 'Standlicht für alle', need: 'Ruhe\nKlarheit', ask: 'Drei Kommunen' },
        links: [{ type: 'derivedFrom', to: id(0) }],
      },
    ])
    expect(title).toBe('Standlicht für alle')
    expect(subtitle).toBe('Pitch · Wohngeld · Werkstatt')
    expect(slides.map((slide) => [slide.title, slide.points])).toEqual([
      ['Bedarf', ['Ruhe', 'Klarheit']],
      ['Unsere Bitte', ['Drei Kommunen']],
    ])
  })

  it('begins with words of somebody that may leave, and gives the speaker what it rests on', () => {
    const { slides } = deck((_, quote) => [{ ...concept, links: [{ type: 'derivedFrom', to: quote }] }])
    expect(slides[0]!.points).toEqual([`„${released}“`])
    expect(slides[0]!.notes.join('\n')).toMatch(/Dahinter stehen: 1 Beleg/)
  })

  it('sets two short parts that belong together side by side, and a long one on its own', () => {
    const fields = { name: 'Standlicht', problem: 'Niemand weiß es.', solution: 'Ein Licht.', flow: 'Kurz.' }
    const long = 'Ein langer Satz, der viel erklärt. '.repeat(12)
    const { slides } = deck(() => [{ kind: 'concept', fields: { ...fields, benefit: long } }])
    expect(slides.map(({ title }) => title).slice(0, 3)).toEqual(['Problem · Lösung', 'Ablauf', 'Nutzen'])
    expect(slides[0]!.pair?.map(({ points }) => points)).toEqual([['Niemand weiß es.'], ['Ein Licht.']])
  })

  it('ends with who takes part, the firmest first, and with what comes next', () => {
    const partner = (name: string, commitment: string): Card => ({
      kind: 'partnership',
      fields: { partner: name, partnerRole: 'Pilot', commitment },
    })
    const { slides } = deck(() => [
      concept,
      partner('Stadt A', 'interest'),
      partner('Stadt B', 'promise'),
      { kind: 'milestone', fields: { what: 'Probelauf', due: '2026-05-04' } },
    ])
    expect(slides.slice(-2).map(({ title, points }) => [title, points])).toEqual([
      ['Wer mitmacht', ['Stadt B · Pilot · Zusage', expect.stringMatching(/^Stadt A · Pilot/)]],
      ['Wie es weitergeht', ['04.05.2026: Probelauf']],
    ])
  })

  it('opens each of several, and shows one alone when it is chosen', () => {
    const second: Card = { kind: 'concept', fields: { name: 'Rückruf', solution: 'Wir rufen an.' } }
    expect(deck(() => [concept, second]).slides.map(({ title, type }) => [type, title])).toEqual([
      ['opening', 'Standlicht'],
      ['points', 'Problem'],
      ['opening', 'Rückruf'],
      ['points', 'Lösung'],
    ])
    const one = deck(() => [concept, second], 1)
    expect(one.title).toBe('Rückruf')
    expect(one.slides.map(({ title }) => title)).toEqual(['Lösung'])
  })

  it('says that there is nothing to show yet', () => {
    expect(deck(() => []).slides.map(({ title }) => title)).toEqual([
      'Noch gibt es keinen Pitch und kein Konzept.',
    ])
  })
})

describe('points of a slide', () => {
  it('are lines as they were written, without the marks of a list', () => {
    const points = ['Schneller', 'Billiger', 'Ruhiger']
    expect(pointsIn('- Schneller\n* Billiger\n\n• Ruhiger', 'de')).toEqual(points)
    expect(pointsIn('1. Schneller\n2. Billiger\n 3) Ruhiger', 'de')).toEqual(points)
  })

  it('keep a number that counts nothing', () => {
    const days = ['1. Oktober: Beginn', '15. November: Probelauf']
    expect(pointsIn(days.join('\n'), 'de')).toEqual(days)
    expect(pointsIn('1. Quartal 2027', 'de')).toEqual(['1. Quartal 2027'])
  })

  it('are sentences where a paragraph is long, and an abbreviation ends none', () => {
    const first = `Heute liegt der Antrag z. B. bei Nr. 5 im Schrank, und ${'niemand '.repeat(18)}weiß davon.`
    expect(pointsIn(`${first} Morgen sieht ihn jeder.`, 'de')).toEqual([first, 'Morgen sieht ihn jeder.'])
  })

  it('are spread over as many slides as they need, each in its place', () => {
    const points = Array.from({ length: 15 }, (_, n) => `Punkt ${n} ${'x'.repeat(60)}`)
    const pages = pagesOfPoints(points)
    expect(pages.flat()).toEqual(points)
    expect(pages.length).toBe(3)
    expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(6)
  })
})
