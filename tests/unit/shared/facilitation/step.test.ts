import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Command } from '#shared/facilitation/commands.ts'
import { decide } from '#shared/facilitation/decide.ts'
import { initialState, type FacilitationState } from '#shared/facilitation/state.ts'
import { dueChanges } from '#shared/facilitation/step/due.ts'
import { modeOf } from '#shared/facilitation/step/modes.ts'
import { stepSchema } from '#shared/facilitation/step/step.ts'
import { remainingMs } from '#shared/facilitation/timer/remaining.ts'
import {
  anyCommand,
  commandId,
  envelop,
  moderator,
  modes,
  pageExists,
  replay,
  stepOf,
} from '#tests/support/facilitation.ts'
import { sampleVote } from '#tests/support/sample-vote.ts'

const now = 1_800_000_000_000
const minute = 60_000
const begin = initialState('preparation', 'page:one')

const outcome = (state: FacilitationState, command: Command, nowMs = now) =>
  decide(state, command, { by: moderator, commandId: commandId(nowMs), isAllowed: true, nowMs, pageExists })

/** The state after commands that are meant to be accepted, a minute apart. */
function after(state: FacilitationState, ...commands: Command[]): FacilitationState {
  return commands.reduce((current, command, n) => {
    const nowMs = now + n * minute
    const answer = outcome(current, command, nowMs)
    if (!answer.ok) throw new Error(answer.refusal)
    return replay(current, envelop(current, answer.value, nowMs))
  }, state)
}

const first = stepOf()
const second = stepOf({ id: 'two', pageId: 'page:two', phase: 'solution', plannedMinutes: 5 })
const started = after(begin, { type: 'startStep', from: null, step: first })

describe('a step that starts', () => {
  it('takes the group to its page and phase and sets its timer', () => {
    expect(started.step.running).toEqual({ step: first, startedAt: now, modeSince: now })
    expect(started.place).toMatchObject({ phase: 'problem', pageId: 'page:one' })
    expect(started.timer).toEqual({ status: 'running', endsAt: now + 10 * minute, plannedMs: 10 * minute })
  })

  it('ends the timer where no minutes are planned', () => {
    const calm = stepOf({ id: 'two', plannedMinutes: 0 })
    expect(after(started, { type: 'nextStep', from: 'one', step: calm }).timer).toEqual({ status: 'idle' })
  })

  it('is refused on a page that does not exist (invariant 1)', () => {
    const nowhere = stepOf({ pageId: 'page:missing' })
    expect(outcome(begin, { type: 'startStep', from: null, step: nowhere })).toEqual({
      ok: false,
      refusal: 'page_unknown',
    })
  })

  it('goes on by one when two moderators press at once (invariant 2)', () => {
    const next: Command = { type: 'nextStep', from: 'one', step: second }
    expect(outcome(after(started, next), next)).toEqual({ ok: false, refusal: 'step_not_running' })
  })

  it('keeps what its schema names and nothing else, so that no note comes along', () => {
    expect(stepSchema.parse({ ...first, notes: 'Frau M. zuerst fragen' })).toEqual(first)
  })
})

describe('a step that is taken back', () => {
  it('leaves place and step as they were, and the timer with the time it had left (invariant 3)', () => {
    const next: Command = { type: 'nextStep', from: 'one', step: second }
    const answer = outcome(started, next, now + 4 * minute)
    const moved = replay(started, envelop(started, answer.ok ? answer.value : [], now + 4 * minute))
    const later = now + 9 * minute
    const back = outcome(moved, { type: 'undoStep', stepId: 'two' }, later)
    const restored = replay(moved, envelop(moved, back.ok ? back.value : [], later))
    expect(restored.step.running).toEqual(started.step.running)
    expect(restored.place).toEqual(started.place)
    expect(remainingMs(restored.timer, later)).toBe(6 * minute)
    expect(outcome(restored, { type: 'undoStep', stepId: 'two' }, later).ok).toBe(false)
  })

  it('keeps a paused timer paused', () => {
    const moved = after(started, { type: 'pauseTimer' }, { type: 'nextStep', from: 'one', step: second })
    const back = after(moved, { type: 'undoStep', stepId: 'two' })
    expect(back.timer).toEqual({ status: 'paused', remainingMs: 10 * minute, plannedMs: 10 * minute })
  })

  it('is gone with the next step, and is refused when another one runs', () => {
    expect(outcome(started, { type: 'undoStep', stepId: 'two' }).ok).toBe(false)
  })
})

describe('a step that is changed while it runs', () => {
  it('says so to everybody at once and leaves the timer alone', () => {
    const words = stepOf({ instruction: 'Bitte nur Hauptwörter.', pageId: 'page:two' })
    const changed = after(started, { type: 'changeStep', step: words })
    expect(changed.step.running?.step).toEqual(words)
    expect(changed.place.pageId).toBe('page:two')
    expect(changed.timer).toEqual(started.timer)
  })

  it.each(modes)('gives its page the mode $type', (mode) => {
    const changed = after(started, { type: 'setMode', stepId: 'one', mode })
    expect(modeOf(changed.step, 'page:one')).toBe(mode.type)
    expect(modeOf(changed.step, 'page:two')).toBe('open')
  })
})

describe('a step in people’s own time', () => {
  const own = stepOf({ id: 'own', pageId: 'page:two', mode: { type: 'discuss' }, deadline: now + minute })
  const both = after(started, { type: 'startStep', from: null, step: own })

  it('runs on its page beside the group’s step and takes nobody anywhere', () => {
    expect(both.place).toEqual(started.place)
    expect(both.timer).toEqual(started.timer)
    expect(both.step.running).toEqual(started.step.running)
    expect(modeOf(both.step, 'page:two')).toBe('discuss')
    expect(modeOf(both.step, 'page:one')).toBe('open')
  })

  it('keeps its page to itself (invariant 1)', () => {
    const there = outcome(both, { type: 'nextStep', from: 'one', step: second })
    expect(there).toEqual({ ok: false, refusal: 'page_in_use' })
  })

  it('ends without ending the group’s', () => {
    const ended = after(both, { type: 'endStep', stepId: 'own' })
    expect(ended.step).toMatchObject({ running: { step: { id: 'one' } }, ownTime: [] })
  })
})

describe('steps, over whole meetings', () => {
  it('never share a page (invariant 1)', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 60 }), (commands) => {
        let state = begin
        for (const [n, command] of commands.entries()) {
          const answer = outcome(state, command, now + n)
          state = replay(state, envelop(state, answer.ok ? answer.value : [], now + n))
          const pages = [...(state.step.running ? [state.step.running] : []), ...state.step.ownTime]
          const ids = pages.map(({ step }) => step.pageId)
          expect(new Set(ids).size).toBe(ids.length)
        }
      }),
    )
  })
})

describe('a step in people’s own time', () => {
  const deadline = now + 60 * minute
  const silent = stepOf({ id: 'home', deadline, mode: { type: 'silent', authorship: 'anonymous' } })
  const writing = after(begin, { type: 'startStep', from: null, step: silent })
  const conclude = (when: 'now' | 'due'): Command => ({ type: 'concludeStep', stepId: 'home', when })
  const events = (state: FacilitationState, command: Command, nowMs: number) => {
    const answer = outcome(state, command, nowMs)
    return answer.ok ? answer.value.map(({ type }) => type) : answer.refusal
  }

  it('is concluded once its deadline has come: what was written is revealed, and the page is open (invariant 4)', () => {
    expect(events(writing, conclude('due'), deadline - 1)).toEqual([])
    expect(events(writing, conclude('due'), deadline)).toEqual(['DraftsRevealed', 'StepEnded'])
    const answer = outcome(writing, conclude('due'), deadline)
    const concluded = replay(writing, envelop(writing, answer.ok ? answer.value : [], deadline))
    expect(concluded.step.ownTime).toEqual([])
    expect(concluded.silent[0]).toMatchObject({ status: 'revealed', revealedAll: 1 })
    expect(modeOf(concluded.step, 'page:one')).toBe('open')
    expect(events(concluded, conclude('due'), deadline)).toEqual([])
  })

  it('may be concluded before by the moderation, and later where the deadline was put off', () => {
    expect(events(writing, conclude('now'), now)).toEqual(['DraftsRevealed', 'StepEnded'])
    const later = { ...silent, deadline: deadline + 60 * minute }
    const putOff = after(writing, { type: 'changeStep', step: later })
    expect(events(putOff, conclude('due'), deadline)).toEqual([])
    expect(events(putOff, conclude('due'), later.deadline)).toEqual(['DraftsRevealed', 'StepEnded'])
  })

  it('closes its vote, which is counted by people', () => {
    const voting = after(
      begin,
      {
        type: 'startStep',
        from: null,
        step: stepOf({ id: 'home', deadline, mode: { type: 'vote', voteId: 'home' } }),
      },
      { type: 'prepareVote', vote: { ...sampleVote().vote, id: 'home' } },
      { type: 'openVote', voteId: 'home' },
    )
    expect(events(voting, conclude('due'), deadline)).toEqual(['VoteClosed', 'StepEnded'])
  })

  it('says when it is due, and last what counts', () => {
    const began = { type: 'StepStarted', step: silent, how: 'start', former: null } as const
    const put = { type: 'StepChanged', step: { ...silent, deadline: 7 } } as const
    expect([...dueChanges([began, put])]).toEqual([['home', 7]])
    expect([...dueChanges([began, { type: 'StepEnded', stepId: 'home' }])]).toEqual([['home', null]])
  })
})
