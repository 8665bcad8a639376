import { describe, expect, it } from 'vitest'
import {
  controversyOf,
  isUnanimous,
  meanMark,
  placedLines,
  sharedPlaces,
} from '#shared/facilitation/vote/outcome.ts'

const line = (candidate: string, points: number, spread: number[]) => ({
  candidate,
  points,
  spread,
  reasons: [],
})

describe('what came out of a vote', () => {
  it('shows ties as ties: equal points share a place, and the next is later by as many', () => {
    const lines = [line('a', 9, [9]), line('b', 7, [7]), line('c', 7, [7]), line('d', 1, [1])]
    const placed = placedLines({ type: 'yesNo' }, { ballots: 9, lines })
    expect(placed.map(({ place, isTied }) => [place, isTied])).toEqual([
      [1, false],
      [2, true],
      [2, true],
      [4, false],
    ])
    expect(sharedPlaces(placed)).toEqual([2])
  })

  it('places a scale by the mean of those who marked, and nothing that nobody answered', () => {
    const lines = [
      line('many', 6, [0, 3, 0, 0, 0]),
      line('liked', 5, [0, 0, 0, 0, 1]),
      line('unmarked', 0, [0, 0, 0, 0, 0]),
    ]
    const placed = placedLines({ type: 'scale' }, { ballots: 4, lines })
    expect(placed.map(({ line: { candidate }, place }) => [candidate, place])).toEqual([
      ['liked', 1],
      ['many', 2],
      ['unmarked', null],
    ])
    const answered = [line('objected', -1, [0, 1, 0]), line('a', 0, [0, 0, 0]), line('b', 0, [0, 0, 0])]
    const consent = placedLines({ type: 'consent' }, { ballots: 1, lines: answered })
    expect(consent[0]).toMatchObject({ line: { candidate: 'objected' }, place: 1 })
    expect(sharedPlaces(consent)).toEqual([])
  })

  it('puts first on what people disagreed most, and keeps the places', () => {
    const lines = [line('agreed', 12, [0, 0, 0, 3, 0]), line('split', 12, [2, 0, 0, 0, 2])]
    const placed = placedLines({ type: 'scale' }, { ballots: 4, lines }, 'controversy')
    expect(placed.map(({ line: { candidate } }) => candidate)).toEqual(['split', 'agreed'])
  })

  it('finds half for and half against the furthest apart, whatever the abstentions', () => {
    const apart = (spread: number[]) => controversyOf({ type: 'yesNo' }, line('a', 0, spread), 10)
    expect(apart([5, 5, 0])).toBe(1)
    expect(apart([4, 4, 2])).toBe(1)
    expect(apart([10, 0, 0])).toBe(0)
    expect(apart([0, 0, 10])).toBe(0)
  })

  it('counts those who gave no dot as people who said something', () => {
    const dots = { type: 'dots', dotsPerPerson: 3, dotsPerCard: 2 } as const
    expect(controversyOf(dots, line('a', 8, [0, 4]), 4)).toBe(0)
    expect(controversyOf(dots, line('a', 8, [0, 4]), 8)).toBe(1)
  })

  it('is unanimous only where every card got the very same of everybody', () => {
    expect(isUnanimous({ ballots: 3, lines: [line('a', 6, [0, 3]), line('b', 0, [0, 0])] })).toBe(true)
    expect(isUnanimous({ ballots: 3, lines: [line('a', 5, [1, 2])] })).toBe(false)
    expect(isUnanimous({ ballots: 3, lines: [line('a', 4, [0, 2])] })).toBe(false)
    expect(isUnanimous({ ballots: 0, lines: [] })).toBe(false)
  })

  it('takes the mean of a scale over those who marked', () => {
    expect(meanMark(line('a', 9, [0, 0, 2, 0, 0]))).toBe(4.5)
    expect(meanMark(line('a', 0, [0, 0, 0, 0, 0]))).toBeNull()
  })
})
