import { describe, expect, it } from 'vitest'
import {
  evidenceGraph,
  evidenceOf,
  isVerbatim,
  leadsBack,
  leadsOn,
  type Linked,
} from '#shared/evidence/evidence.ts'
import { linkTypes, type LinkType } from '#shared/evidence/links.ts'

const card = (id: string, kind: string, links: [LinkType, string][] = [], source?: string): Linked => ({
  id,
  kind,
  links: links.map(([type, to]) => ({ type, to: to as never })),
  fields: source ? { source: { interviewId: source, start: 0, end: 1 } } : {},
})
const evidence = (id: string, ...cards: Linked[]) => evidenceOf(evidenceGraph(cards), id)

describe('the evidence behind an artefact', () => {
  it('is found over any number of steps, back to quotes and their interviews', () => {
    const found = evidence(
      'idea',
      card('idea', 'idea', [['derivedFrom', 'persona']]),
      card('persona', 'persona', [['contains', 'note']]),
      card('note', 'note', [['replaces', 'older']]),
      card('older', 'note'),
      card('q1', 'quote', [['supports', 'older']], 'i1'),
      card('q2', 'quote', [['supports', 'persona']], 'i2'),
      card('i1', 'interview'),
      card('i2', 'interview'),
    )
    expect(new Set(found.pieces)).toEqual(new Set(['q1', 'q2']))
    expect(new Set(found.interviews)).toEqual(new Set(['i1', 'i2']))
  })

  it('counts an interview once, however many quotes come from it', () => {
    const { pieces, interviews } = evidence(
      'n',
      card('n', 'note', [
        ['derivedFrom', 'a'],
        ['derivedFrom', 'b'],
      ]),
      card('a', 'quote', [], 'i'),
      card('b', 'quote', [['derivedFrom', 'i']], 'i'),
      card('i', 'interview'),
    )
    expect([pieces.length, interviews]).toEqual([2, ['i']])
  })

  it('is missing where nothing leads back to a quote', () => {
    const found = evidence('n', card('n', 'note', [['supports', 'm']]), card('m', 'note'))
    expect(found.pieces).toEqual([])
  })

  it('never counts what contradicts, but names it', () => {
    const found = evidence('n', card('n', 'note'), card('q', 'quote', [['contradicts', 'n']]))
    expect(found).toEqual({ pieces: [], interviews: [], contradictions: ['q'] })
  })

  it('does not run in circles when two people link at once', () => {
    const found = evidence(
      'a',
      card('a', 'note', [['derivedFrom', 'b']]),
      card('b', 'note', [['derivedFrom', 'a']]),
      card('q', 'quote', [['supports', 'b']]),
    )
    expect(found.pieces).toEqual(['q'])
  })

  it('leaves out links to cards that are not there', () => {
    expect(evidence('n', card('n', 'note', [['derivedFrom', 'gone']], 'gone too')).pieces).toEqual([])
  })
})

describe('a relation', () => {
  it('leads one way only: back, on, or nowhere', () => {
    for (const type of linkTypes) {
      for (const outgoing of [true, false]) {
        const ways = [leadsBack, leadsOn].filter((way) => way({ type, id: 'x', outgoing })).length
        expect(ways).toBe(type === 'contradicts' ? 0 : 1)
      }
    }
  })

  it('is the same seen from both ends', () => {
    const graph = evidenceGraph([card('a', 'note', [['derivedFrom', 'b']]), card('b', 'quote')])
    expect(graph.relations('a')).toEqual([{ type: 'derivedFrom', id: 'b', outgoing: true }])
    expect(graph.relations('b')).toEqual([{ type: 'derivedFrom', id: 'a', outgoing: false }])
  })
})

it('A quote is verbatim while it equals its place in the transcript', () => {
  const source = { interviewId: 'i', start: 4, end: 9 }
  expect(isVerbatim('Akten', 'Die Akten wandern.', source)).toBe(true)
  expect(isVerbatim('Akte', 'Die Akten wandern.', source)).toBe(false)
})
