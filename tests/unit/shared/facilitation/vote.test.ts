import { describe, expect, it } from 'vitest'
import { newId } from '#shared/base/ids.ts'
import { countBallots, resultOf, type BallotOfPart } from '#shared/facilitation/vote/count.ts'
import { isValidBallot } from '#shared/facilitation/vote/rules.ts'
import type { Ballot, Vote } from '#shared/facilitation/vote/vote.ts'

const [a, b, c] = [newId(), newId(), newId()]
const vote = (kind: Vote['kind']): Vote => ({
  id: 'vote-1',
  question: 'Womit beginnen wir?',
  pageId: null,
  kind,
  candidates: [a, b, c],
  electorate: { roles: ['participant'], organisationKinds: null },
  secret: true,
  trial: false,
  parts: 'none',
})
const dots = vote({ type: 'dots', dotsPerPerson: 3, dotsPerCard: 2 })
const counted = (of: Vote, ...ballots: Ballot[]) =>
  countBallots(of, ballots).lines.map(({ candidate, points, spread }) => [candidate, points, spread])

describe('a ballot', () => {
  it.each<[string, Ballot, boolean]>([
    ['all its dots', { type: 'dots', dots: { [a]: 2, [b]: 1 } }, true],
    ['too many dots', { type: 'dots', dots: { [a]: 2, [b]: 2 } }, false],
    ['too many on one card', { type: 'dots', dots: { [a]: 3 } }, false],
    ['a dot on something else', { type: 'dots', dots: { [newId()]: 1 } }, false],
    ['marks instead of dots', { type: 'scale', marks: { [a]: 1 } }, false],
  ])('of dots with %s is judged by the rules', (_what, ballot, valid) => {
    expect(isValidBallot(dots, ballot)).toBe(valid)
  })

  it('of a ranking names every candidate once', () => {
    const ranking = vote({ type: 'ranking' })
    expect(isValidBallot(ranking, { type: 'ranking', order: [c, a, b] })).toBe(true)
    for (const order of [
      [a, b],
      [a, a, b],
      [a, b, newId()],
    ])
      expect(isValidBallot(ranking, { type: 'ranking', order })).toBe(false)
  })

  it('gives a reason only for an objection', () => {
    const consent = vote({ type: 'consent' })
    const ballot = (answer: 'consent' | 'objection'): Ballot => ({
      type: 'consent',
      answers: { [a]: answer },
      reasons: { [a]: 'zu teuer' },
    })
    expect([isValidBallot(consent, ballot('objection')), isValidBallot(consent, ballot('consent'))]).toEqual([
      true,
      false,
    ])
  })
})

describe('counting', () => {
  it('adds dots and shows a tie as one', () => {
    const lines = counted(
      dots,
      { type: 'dots', dots: { [b]: 2 } },
      { type: 'dots', dots: { [a]: 1, [c]: 1 } },
      { type: 'dots', dots: { [a]: 1 } },
    )
    expect(lines).toEqual([
      [a, 2, [2, 0]],
      [b, 2, [0, 1]],
      [c, 1, [1, 0]],
    ])
  })

  it('ranks by how many stand behind', () => {
    const order = (...ids: string[]): Ballot => ({ type: 'ranking', order: ids })
    const lines = counted(vote({ type: 'ranking' }), order(b, a, c), order(b, c, a), order(a, b, c))
    expect(lines.map(([candidate, points]) => [candidate, points])).toEqual([
      [b, 5],
      [a, 3],
      [c, 1],
    ])
  })

  it('shows the spread of a scale and the three answers of the others', () => {
    expect(
      counted(
        vote({ type: 'scale' }),
        { type: 'scale', marks: { [a]: 1 } },
        { type: 'scale', marks: { [a]: 5 } },
      )[0],
    ).toEqual([a, 6, [1, 0, 0, 0, 1]])
    const yesNo = (answer: 'yes' | 'no' | 'abstain'): Ballot => ({ type: 'yesNo', answers: { [a]: answer } })
    expect(counted(vote({ type: 'yesNo' }), yesNo('yes'), yesNo('no'), yesNo('abstain'))[0]).toEqual([
      a,
      0,
      [1, 1, 1],
    ])
  })

  it('comes to the same whatever the order of ballots, reasons included', () => {
    const consent = vote({ type: 'consent' })
    const against = (reason: string): Ballot => ({
      type: 'consent',
      answers: { [a]: 'objection' },
      reasons: { [a]: reason },
    })
    const [one, two] = [against('zu teuer'), against('dauert lange')]
    expect(countBallots(consent, [one, two])).toEqual(countBallots(consent, [two, one]))
    expect(countBallots(consent, [one, two]).lines.find(({ candidate }) => candidate === a)?.reasons).toEqual(
      ['dauert lange', 'zu teuer'],
    )
  })
})

describe('a result by parts', () => {
  const parted = (parts: Record<string, number>) => {
    const cast = Object.entries(parts).flatMap(([part, people]) =>
      Array.from({ length: people }, (): BallotOfPart => ({
        ballot: { type: 'dots', dots: { [a]: 1 } },
        part,
      })),
    )
    return resultOf(dots, cast).parts.map(({ of, ballots }) => [of, ballots])
  }

  it.each<[string, Record<string, number>, [string, number][]]>([
    [
      'both are enough',
      { county: 3, municipality: 4 },
      [
        ['municipality', 4],
        ['county', 3],
      ],
    ],
    ['the other side would be told by the difference', { county: 2, municipality: 9 }, []],
    ['there are no others', { county: 3 }, [['county', 3]]],
    [
      'the smallest has to hide a single one',
      { county: 3, municipality: 5, state: 1 },
      [['municipality', 5]],
    ],
    ['several small ones hide each other', { a: 1, b: 1, c: 1, county: 4 }, [['county', 4]]],
    ['all are few', { a: 2, b: 2, c: 2 }, []],
  ])('is shown as far as it tells of nobody: %s', (_when, parts, shown) => {
    expect(parted(parts)).toEqual(shown)
  })
})
