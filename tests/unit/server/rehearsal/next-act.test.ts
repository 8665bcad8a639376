import { describe, expect, it } from 'vitest'
import type { MemberId } from '#shared/base/ids.ts'
import { initialState, type FacilitationState } from '#shared/facilitation/state.ts'
import type { Mode } from '#shared/facilitation/step/mode.ts'
import { isValidBallot } from '#shared/facilitation/vote/rules.ts'
import type { Vote } from '#shared/facilitation/vote/vote.ts'
import { ballotFor, nextAct, nothingDone, stillDone, type Doings } from '#server/rehearsal/next-act.ts'
import { stepOf } from '#tests/support/facilitation.ts'
import { sampleVote } from '#tests/support/sample-vote.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'

const me = { id: 'anna' as MemberId, role: 'participant', organisationKind: 'municipality' } as const
const words = { objection: 'Keine Zeit' }

function within(mode: Mode, changes: Partial<FacilitationState> = {}): FacilitationState {
  const running = { step: stepOf({ mode }), startedAt: 1, modeSince: 1 }
  return { ...initialState('problem', 'page:one'), step: { running, ownTime: [], former: null }, ...changes }
}
const next = (state: FacilitationState, done: Partial<Doings> = {}, chance = () => 0.9) =>
  nextAct(state, me, { ...nothingDone('x', 'y'), ...done }, words, chance)
const finish = { type: 'command', command: { type: 'finish' } }
const finished = { finished: { ...initialState('problem', '').finished, who: [me.id] } }

describe('a simulated participant', () => {
  it('does nothing while no step runs, and nothing more once they are done', () => {
    expect(next(initialState('problem', 'page:one'))).toBeNull()
    expect(next(within({ type: 'open' }, finished), { written: 9 })).toBeNull()
  })

  it('writes in the open, or in silence, and is done then', () => {
    expect(next(within({ type: 'open' }))).toEqual({ type: 'write' })
    expect(next(within({ type: 'open' }), { written: 2 })).toEqual(finish)
    const silent = within({ type: 'silent', authorship: 'anonymous' })
    expect(next(silent)).toMatchObject({ type: 'draft', step: { id: silent.step.running!.step.id } })
    expect(next(silent, { written: 3 })).toEqual(finish)
  })

  it('begins anew in another step, and writes nothing twice where its silent round is laid open', () => {
    const [silent, open] = [within({ type: 'silent', authorship: 'named' }), within({ type: 'open' })]
    const done = { ...stillDone(nothingDone('', ''), silent.step.running!), written: 3, hasReacted: true }
    expect(stillDone(done, silent.step.running!)).toBe(done)
    expect(stillDone(done, open.step.running!)).toMatchObject({ written: 3, hasReacted: false })
    const other = { ...open.step.running!, step: stepOf({ id: 'two' }) }
    expect(stillDone(done, other)).toMatchObject({ stepId: 'two', written: 0 })
  })

  it('waits for a vote to open, votes once, and leaves alone what is not theirs', () => {
    const { vote, step } = sampleVote()
    const at = (status: 'prepared' | 'open' | 'closed', changes: Partial<Vote> = {}) =>
      within(step.mode, { votes: [{ status, vote: { ...vote, ...changes } }] })
    expect(next(at('prepared'))).toBeNull()
    expect(next(at('open'))).toMatchObject({ type: 'vote', voteId: vote.id })
    expect(next(at('open'), { hasVoted: true })).toEqual(finish)
    expect(next(at('closed'))).toEqual(finish)
    const others = { electorate: { roles: ['manager' as const], organisationKinds: null } }
    expect(next(at('open', others))).toEqual(finish)
  })

  it('asks to speak or agrees while something is discussed, and reacts to what is presented', () => {
    expect(next(within({ type: 'discuss' }), {}, () => 0.1)).toMatchObject({ command: { type: 'raiseHand' } })
    expect(next(within({ type: 'discuss' }))).toMatchObject({ command: { type: 'react' } })
    expect(next(within({ type: 'discuss' }), { hasSpokenUp: true, hasReacted: true })).toEqual(finish)
    const presented = within({ type: 'present', presenter: me.id })
    expect(next(presented)).toMatchObject({ command: { type: 'react' } })
    expect(next(presented, { hasReacted: true })).toEqual(finish)
    expect(next(within({ type: 'locked' }))).toEqual(finish)
  })

  it.each<Vote['kind']>([
    { type: 'dots', dotsPerPerson: 7, dotsPerCard: 2 },
    { type: 'dots', dotsPerPerson: 3, dotsPerCard: 3 },
    { type: 'ranking' },
    { type: 'scale' },
    { type: 'yesNo' },
    { type: 'consent' },
  ])('casts ballots that keep to the rules: $type', (kind) => {
    const { vote } = sampleVote()
    const random = seededRandom(7)
    const chance = () => random.below(1_000) / 1_000
    for (let n = 0; n < 50; n++) {
      const ballot = ballotFor({ ...vote, kind }, words.objection, chance)
      expect(isValidBallot({ ...vote, kind }, ballot)).toBe(true)
    }
  })
})
