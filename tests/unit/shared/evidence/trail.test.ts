import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageOf, gaps } from '#shared/evidence/coverage.ts'
import { evidenceGraph, evidenceOf, type Linked } from '#shared/evidence/evidence.ts'
import { linkTypes, type LinkType } from '#shared/evidence/links.ts'
import { standingOf } from '#shared/evidence/standing.ts'
import { lineageOf, supersededBy, trailOf } from '#shared/evidence/trail.ts'
import { evidenceRole, isKind, kindNames, traitsOf } from '#shared/kinds/index.ts'

const card = (id: string, kind: string, links: [LinkType, string][] = []): Linked => ({
  id,
  kind,
  links: links.map(([type, to]) => ({ type, to: to as never })),
  fields: {},
})

/** The chain of the programme, from the interview to the partnership, with an objection on its way. */
const chain = [
  card('i', 'interview'),
  card('q', 'quote', [['derivedFrom', 'i']]),
  card('c', 'cluster', [['contains', 'q']]),
  card('e', 'insight', [['derivedFrom', 'c']]),
  card('w', 'hmw', [['derivedFrom', 'e']]),
  card('d', 'idea', [['derivedFrom', 'w']]),
  card('p1', 'prototype', [['derivedFrom', 'd']]),
  card('p2', 'prototype', [['replaces', 'p1']]),
  card('t', 'testSession', [['derivedFrom', 'p2']]),
  card('u', 'partnership', [['derivedFrom', 'p2']]),
  card('no', 'quote', [['contradicts', 'c']]),
]
const graph = evidenceGraph(chain)

describe('a trail', () => {
  it('leads from the partnership back to the interview, and on from the quote to the partnership', () => {
    expect(trailOf(graph, 'u').back.map(({ id }) => id)).toEqual(['p2', 'p1', 'd', 'w', 'e', 'c', 'q', 'i'])
    expect(trailOf(graph, 'q').on.map(({ id }) => id)).toEqual(['c', 'e', 'w', 'd', 'p1', 'p2', 't', 'u'])
  })

  it('names what speaks against anything it rests on, and against what', () => {
    expect(trailOf(graph, 'u').against).toEqual([{ id: 'no', against: 'c' }])
    expect(trailOf(graph, 'q').against).toEqual([])
  })

  it('knows how many interviews and places stand behind it, however they are spelled', () => {
    const more = evidenceGraph([
      ...chain,
      card('i2', 'interview'),
      card('i3', 'interview'),
      card('q2', 'quote', [['derivedFrom', 'i2']]),
      card('q3', 'quote', [
        ['derivedFrom', 'i3'],
        ['supports', 'e'],
      ]),
      card('q4', 'quote', [
        ['derivedFrom', 'i2'],
        ['supports', 'e'],
      ]),
    ])
    const places: Record<string, string> = { i: 'Stadt Lüne', i2: 'stadt luene ', i3: '' }
    const standing = standingOf(more, 'd', (id) => places[id] ?? null)
    expect(standing.interviews).toHaveLength(3)
    expect(standing.municipalities).toHaveLength(1)
  })
})

describe('what is superseded', () => {
  it('is what something else replaced; in a circle nothing is', () => {
    expect(supersededBy(graph, 'p1')).toEqual(['p2'])
    expect(supersededBy(graph, 'p2')).toEqual([])
    const circle = evidenceGraph([
      card('a', 'note', [['replaces', 'b']]),
      card('b', 'note', [['replaces', 'a']]),
    ])
    expect([supersededBy(circle, 'a'), supersededBy(circle, 'b')]).toEqual([[], []])
  })

  it('has a lineage, from the first version to the last', () => {
    expect(lineageOf(graph, 'p1')).toEqual(['p1', 'p2'])
    expect(lineageOf(graph, 'p2')).toEqual(['p1', 'p2'])
  })
})

describe('the coverage of a group', () => {
  it('finds every kind of gap, and none where the trail goes on', () => {
    const broken = evidenceGraph([
      ...chain,
      card('claim', 'persona'),
      card('alone', 'quote'),
      card('asked', 'hmw', [['derivedFrom', 'e']]),
      card('thought', 'idea', [['derivedFrom', 'w']]),
      card('built', 'prototype', [['derivedFrom', 'thought']]),
    ])
    expect(coverageOf(broken)).toEqual({
      unproven: ['claim'],
      unusedQuotes: ['alone'],
      questionsWithoutIdea: ['asked'],
      untestedIdeas: ['thought'],
      untestedPrototypes: ['built'],
    })
  })

  it('asks nothing any more of what was replaced', () => {
    const replaced = evidenceGraph([card('old', 'persona'), card('new', 'note', [['replaces', 'old']])])
    expect(coverageOf(replaced).unproven).toEqual([])
  })
})

/** Any cards with any links, circles and links to nowhere included. */
const anyCards = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...kindNames),
      links: fc.array(fc.tuple(fc.constantFrom(...linkTypes), fc.nat(11)), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((cards) =>
    cards.map(({ kind, links }, n) =>
      card(
        `c${n}`,
        kind,
        links.map(([type, to]) => [type, `c${to}`]),
      ),
    ),
  )

describe('whatever people link', () => {
  it('invariants 1 and 2: each artefact stands once in each direction, the nearest first, never its own beginning', () => {
    fc.assert(
      fc.property(anyCards, (cards) => {
        const any = evidenceGraph(cards)
        for (const id of any.ids) {
          const { back, on } = trailOf(any, id)
          for (const steps of [back, on]) {
            const ids = steps.map((step) => step.id)
            expect(new Set(ids).size).toBe(ids.length)
            expect(ids).not.toContain(id)
            expect(steps.map(({ distance }) => distance)).toEqual(
              steps.map(({ distance }) => distance).sort((a, b) => a - b),
            )
            for (const { from, distance } of steps)
              expect(distance === 1 ? from === id : ids.includes(from)).toBe(true)
          }
          expect(new Set(evidenceOf(any, id).pieces)).toEqual(
            new Set(back.map((step) => step.id).filter((one) => evidenceRole(any.kindOf(one)) === 'is')),
          )
        }
      }),
    )
  })

  it('invariant 3: back and on are the same trail seen from its two ends', () => {
    fc.assert(
      fc.property(anyCards, (cards) => {
        const any = evidenceGraph(cards)
        const on = new Map(any.ids.map((id) => [id, new Set(trailOf(any, id).on.map((step) => step.id))]))
        for (const id of any.ids)
          for (const step of trailOf(any, id).back) expect(on.get(step.id)!.has(id)).toBe(true)
      }),
    )
  })

  it('something of every lineage holds', () => {
    fc.assert(
      fc.property(anyCards, (cards) => {
        const any = evidenceGraph(cards)
        for (const id of any.ids)
          expect(lineageOf(any, id).some((one) => supersededBy(any, one).length === 0)).toBe(true)
      }),
    )
  })

  it('the coverage says exactly what the trails say, one by one', () => {
    fc.assert(
      fc.property(anyCards, (cards) => {
        const any = evidenceGraph(cards)
        const coverage = coverageOf(any)
        const slow = Object.fromEntries(gaps.map((gap) => [gap, [] as string[]]))
        for (const id of any.ids) {
          const kind = any.kindOf(id)
          if (!isKind(kind) || supersededBy(any, id).length > 0) continue
          const { back, on } = trailOf(any, id)
          // A claim that is evidence for itself by a circle does not count as proven
          const isProven = back.some((step) => evidenceRole(any.kindOf(step.id)) === 'is')
          if (evidenceRole(kind) === 'needed' && !isProven) slow.unproven!.push(id)
          const { awaits } = traitsOf(kind)
          const closes = (one: string) =>
            awaits!.until.includes('*') || awaits!.until.includes(any.kindOf(one)!)
          const contradicts = any
            .relations(id)
            .some(({ type, outgoing }) => type === 'contradicts' && outgoing)
          const isUsed = awaits?.until.includes('*') && contradicts
          if (awaits && !isUsed && !on.some((step) => closes(step.id))) slow[awaits.gap]!.push(id)
        }
        expect(coverage).toEqual(slow)
      }),
    )
  })
})
