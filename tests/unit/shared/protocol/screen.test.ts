import { describe, expect, it } from 'vitest'
import type { AnyEvent } from '#shared/facilitation/events.ts'
import { initialState } from '#shared/facilitation/state.ts'
import type { Mode } from '#shared/facilitation/step/mode.ts'
import { screenOf, voteOnScreen } from '#shared/protocol/screen.ts'
import { envelop, replay, stepOf } from '#tests/support/facilitation.ts'
import { sampleVote } from '#tests/support/sample-vote.ts'

const at = 1_000
const nothing = { cards: new Map<string, number>(), ballots: new Map<string, number | null>() }
const start = initialState('problem', 'page:one')
const after = (...events: AnyEvent[]) => replay(start, envelop(start, events, at))
const started = (mode: Mode, pageId = 'page:one'): AnyEvent => ({
  type: 'StepStarted',
  step: stepOf({ mode, pageId }),
  how: 'start',
  former: null,
})

describe('what the hall is told of a room', () => {
  it('is how many cards wait, as everybody in the room was told, and null where nobody writes in silence', () => {
    const silent = after(started({ type: 'silent', authorship: 'anonymous' }))
    const told = { ...nothing, cards: new Map([['one', 45]]) }
    expect(screenOf(silent, told)).toMatchObject({ mode: 'silent', hiddenCards: 45, vote: null })
    expect(screenOf(silent, nothing).hiddenCards).toBe(0)
    expect(screenOf(after(started({ type: 'open' })), told).hiddenCards).toBeNull()
    const ended: AnyEvent = { type: 'StepModeSet', stepId: 'one', mode: { type: 'open' } }
    const unrevealed = after(started({ type: 'silent', authorship: 'anonymous' }), ended)
    expect(screenOf(unrevealed, told)).toMatchObject({ mode: 'open', hiddenCards: null })
  })

  it('is the page the group works on, and not one on which a step runs beside it', () => {
    const beside = after(started({ type: 'silent', authorship: 'named' }, 'page:two'))
    expect(screenOf(beside, nothing)).toMatchObject({ mode: 'open', hiddenCards: null })
  })

  const vote = { ...sampleVote().vote, pageId: 'page:one' }
  const result = { ballots: 4, lines: [], parts: [] }
  const voting: AnyEvent[] = [
    { type: 'VotePrepared', vote },
    started({ type: 'vote', voteId: vote.id }),
    { type: 'VoteOpened', voteId: vote.id },
  ]
  const told = { ...nothing, ballots: new Map([[vote.id, 4]]) }

  it('is how many have voted while a vote runs, and nothing of how it stands', () => {
    const open = screenOf(after(...voting), told)
    expect(open.vote).toEqual({ status: 'open', ballots: 4 })
    expect(screenOf(after(...voting), nothing).vote).toEqual({ status: 'open', ballots: null })
  })

  it('is the result while people talk about it on its page, and the board once they work on', () => {
    const counted: AnyEvent[] = [
      { type: 'VoteClosed', voteId: vote.id },
      { type: 'VoteCounted', voteId: vote.id, result },
    ]
    const mode = (type: 'discuss' | 'open'): AnyEvent => ({
      type: 'StepModeSet',
      stepId: 'one',
      mode: { type },
    })
    expect(voteOnScreen(after(...voting, ...counted, mode('discuss')))?.status).toBe('counted')
    expect(voteOnScreen(after(...voting, ...counted, mode('open')))).toBeNull()
    const elsewhere: AnyEvent = { type: 'PageOpened', pageId: 'page:two' }
    expect(voteOnScreen(after(...voting, ...counted, mode('discuss'), elsewhere))).toBeNull()
  })
})
