import { describe, expect, it } from 'vitest'
import {
  ballotOf,
  dotsUsed,
  isChosen,
  movedBy,
  withConsent,
  withDots,
  withMark,
  withReason,
  withYesNo,
} from '#client/ballots/choices.ts'

const vote = { candidates: ['a', 'b', 'c'] }

describe('choosing on a ballot', () => {
  it('counts dots, and a card without any is not on it', () => {
    const two = withDots(withDots(ballotOf('dots', vote, null), 'a', 2), 'b', 1)
    expect(dotsUsed(two)).toBe(3)
    const one = withDots(two, 'b', 0)
    expect([one.dots, isChosen(one, 'a'), isChosen(one, 'b')]).toEqual([{ a: 2 }, true, false])
  })

  it('takes a mark or an answer back when it is chosen again', () => {
    const marked = withMark(ballotOf('scale', vote, null), 'a', 4)
    expect([marked.marks, withMark(marked, 'a', 4).marks]).toEqual([{ a: 4 }, {}])
    const said = withYesNo(ballotOf('yesNo', vote, null), 'a', 'no')
    expect([said.answers, withYesNo(said, 'a', 'no').answers]).toEqual([{ a: 'no' }, {}])
  })

  it('keeps a reason with an objection only', () => {
    const against = withReason(
      withConsent(ballotOf('consent', vote, null), 'a', 'objection'),
      'a',
      'zu teuer',
    )
    expect(against.reasons).toEqual({ a: 'zu teuer' })
    expect(withReason(against, 'a', ' ').reasons).toEqual({})
    expect(withConsent(against, 'a', 'consent').reasons).toEqual({})
  })

  it('moves a card in the order, and not beyond its ends', () => {
    const order = ballotOf('ranking', vote, null)
    expect(movedBy(order, 'c', -2).order).toEqual(['c', 'a', 'b'])
    expect(movedBy(order, 'a', 1).order).toEqual(['b', 'a', 'c'])
    expect(movedBy(order, 'a', -1)).toBe(order)
  })

  it('goes on from the own ballot, and begins anew where that is of another kind', () => {
    const own = { type: 'ranking' as const, order: ['b', 'a', 'c'] }
    expect(ballotOf('ranking', vote, own)).toBe(own)
    expect(ballotOf('dots', vote, own).dots).toEqual({})
  })
})
