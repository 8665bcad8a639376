import type { VoteResult } from './count.ts'
import type { Vote } from './vote.ts'

/** Of a result or of a part of one. */
type Counted = Pick<VoteResult, 'ballots' | 'lines'>
export type Line = VoteResult['lines'][number]

/** How the lines of a result are put in order. */
export const lineOrders = ['points', 'controversy'] as const
export type LineOrder = (typeof lineOrders)[number]

export interface PlacedLine {
  line: Line
  /** Equals share a place, and the next is as many places later: 1, 2, 3, 3, 5. Null where nobody said anything. */
  place: number | null
  isTied: boolean
}

/** Every line with its place; the best first, or those on which people disagreed most. Without a place comes last. */
export function placedLines(kind: Vote['kind'], counted: Counted, order: LineOrder = 'points'): PlacedLine[] {
  const { lines, ballots } = counted
  const standings = lines.map((line) => standingOf(kind, line))
  const placed = lines.map((line, n): PlacedLine => {
    const own = standings[n] ?? null
    if (own === null) return { line, place: null, isTied: false }
    return {
      line,
      place: standings.filter((other) => other !== null && other > own).length + 1,
      isTied: standings.filter((other) => other === own).length > 1,
    }
  })
  if (order === 'points')
    return placed.sort((a, b) => (a.place ?? lines.length + 1) - (b.place ?? lines.length + 1))
  const apart = (line: Line) => controversyOf(kind, line, ballots)
  return placed.sort((a, b) => apart(b.line) - apart(a.line))
}

/**
 * What a line is placed by: the mean mark of a scale, because not everybody marks every card, else its points. Null where
 * nobody answered, which no dot and a late place are not.
 */
function standingOf({ type }: Vote['kind'], line: Line): number | null {
  switch (type) {
    case 'dots':
    case 'ranking':
      return line.points
    case 'scale':
      return meanMark(line)
    case 'yesNo':
    case 'consent':
      return sum(line.spread) === 0 ? null : line.points
  }
}

/** Places that several share, the first first. */
export const sharedPlaces = (placed: readonly PlacedLine[]): number[] =>
  [...new Set(placed.flatMap(({ place, isTied }) => (isTied && place !== null ? [place] : [])))].sort(
    (a, b) => a - b,
  )

/** How far apart people were on a line: the variance of what they said; 0 where all said the same. */
export function controversyOf(kind: Vote['kind'], { spread }: Line, ballots: number): number {
  const said = spread.map((people, choice) => ({ people, worth: worthOf(kind, choice) }))
  // Who gave a card no dot said something as well
  if (kind.type === 'dots') said.push({ people: ballots - sum(spread), worth: 0 })
  const counted = said.flatMap(({ people, worth }) => (worth === null ? [] : [{ people, worth }]))
  const people = sum(counted.map((each) => each.people))
  if (people === 0) return 0
  const mean = sum(counted.map((each) => each.people * each.worth)) / people
  return sum(counted.map((each) => each.people * (each.worth - mean) ** 2)) / people
}

/** Null for abstentions: they stand on no side. */
function worthOf({ type }: Vote['kind'], choice: number): number | null {
  switch (type) {
    case 'dots':
    case 'scale':
    case 'ranking':
      return choice + 1
    case 'yesNo':
    case 'consent':
      return [1, -1][choice] ?? null
  }
}

/** The mean mark of a line of a scale; null where nobody gave one. */
export function meanMark({ spread, points }: Line): number | null {
  const people = sum(spread)
  return people === 0 ? null : points / people
}

/** Whether everybody chose the very same: then the result tells what each of them chose. */
export const isUnanimous = ({ ballots, lines }: Counted): boolean =>
  ballots > 0 && lines.every(({ spread }) => sum(spread) === 0 || spread.includes(ballots))

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
