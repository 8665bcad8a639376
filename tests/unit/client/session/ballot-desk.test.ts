import { describe, expect, it } from 'vitest'
import { accepted, refused, type Result } from '#shared/base/result.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import type { Ballot } from '#shared/facilitation/vote/vote.ts'
import { BallotDesk } from '#client/session/ballot-desk.ts'

const marks = (mark: number): Ballot => ({ type: 'scale', marks: { a: mark } })

/** A desk whose line the test answers by hand. */
function deskOnALine() {
  const sent: Ballot[] = []
  const answers: ((answer: Result<void, ErrorCode>) => void)[] = []
  const desk = new BallotDesk((_voteId, ballot) => {
    sent.push(ballot)
    return new Promise((resolve) => answers.push(resolve))
  })
  const answer = async (result: Result<void, ErrorCode>) => {
    answers.shift()!(result)
    await Promise.resolve()
    await Promise.resolve()
  }
  const own = () => desk.state.getState().own.get('vote')
  return { desk, sent, answer, own }
}

describe('a ballot on its way', () => {
  it('is cast once the server says so, and of several the newest follows the one on its way', async () => {
    const { desk, sent, answer, own } = deskOnALine()
    for (const mark of [1, 2, 3]) desk.cast('vote', marks(mark))
    expect([sent, own()]).toEqual([[marks(1)], { ballot: marks(3), status: 'sending' }])
    await answer(accepted(undefined))
    expect(sent).toEqual([marks(1), marks(3)])
    await answer(accepted(undefined))
    expect(own()).toEqual({ ballot: marks(3), status: 'cast' })
  })

  it('that is refused is taken back to what lies in the box, and said so', async () => {
    const { desk, answer, own } = deskOnALine()
    desk.told('vote', marks(1))
    desk.cast('vote', marks(2))
    await answer(refused('vote_not_ready'))
    expect(own()).toEqual({ ballot: marks(1), status: 'cast' })
    expect(desk.state.getState().refusal).toEqual({ code: 'vote_not_ready', times: 1 })
    desk.cast('other', marks(2))
    await answer(refused('vote_not_eligible'))
    expect(desk.state.getState().own.has('other')).toBe(false)
  })

  it('waits for the line where there is none, and goes out with the next one', async () => {
    const { desk, sent, answer, own } = deskOnALine()
    desk.cast('vote', marks(1))
    await answer(refused('room_unavailable'))
    expect(own()).toEqual({ ballot: marks(1), status: 'waiting' })
    desk.told('vote', marks(5))
    expect(own()?.ballot).toEqual(marks(1))
    desk.askAgain()
    await answer(accepted(undefined))
    expect([sent.length, own()?.status]).toEqual([2, 'cast'])
  })

  it('of another device of the same person is shown, unless something newer is being chosen here', () => {
    const { desk, own } = deskOnALine()
    desk.told('vote', marks(4))
    expect(own()).toEqual({ ballot: marks(4), status: 'cast' })
    desk.cast('vote', marks(2))
    desk.told('vote', marks(5))
    expect(own()?.ballot).toEqual(marks(2))
  })
})
