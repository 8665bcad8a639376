import { describe, expect, it } from 'vitest'
import { newId, type MemberId } from '#shared/base/ids.ts'
import { decide } from '#shared/facilitation/decide.ts'
import { evolve } from '#shared/facilitation/evolve.ts'
import { isPassing } from '#shared/facilitation/events.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { RoundAuthorship } from '#shared/facilitation/step/round-authorships.ts'
import { initialState, type FacilitationState } from '#shared/facilitation/state.ts'
import type { Step } from '#shared/facilitation/step/step.ts'
import { viewClassOf, viewOf } from '#shared/facilitation/view.ts'
import { commandId, pageExists } from '#tests/support/facilitation.ts'

const [mod, jana, tom] = [newId<MemberId>(), newId<MemberId>(), newId<MemberId>()]

const step = (authorship: RoundAuthorship, id = 'step-1'): Step => ({
  id,
  title: 'Ideen',
  instruction: '',
  plannedMinutes: 0,
  phase: 'problem',
  pageId: 'page:one',
  methodId: null,
  mode: { type: 'silent', authorship },
  deadline: null,
})

function say(state: FacilitationState, ...commands: Command[]): FacilitationState {
  for (const [n, command] of commands.entries()) {
    const context = {
      by: mod,
      commandId: commandId(state.seq * 100 + n),
      isAllowed: true,
      nowMs: 1,
      pageExists,
    }
    const answer = decide(state, command, context)
    if (!answer.ok) throw new Error(answer.refusal)
    for (const event of answer.value)
      state = evolve(state, { seq: state.seq + Number(!isPassing(event)), at: 1, by: mod, event })
  }
  return state
}

const start = (authorship: RoundAuthorship) =>
  say(initialState('problem', 'page:one'), { type: 'startStep', from: null, step: step(authorship) })
const reveal = (whose: Extract<Command, { type: 'revealDrafts' }>['whose']): Command => ({
  type: 'revealDrafts',
  stepId: 'step-1',
  whose,
})
const answerTo = (state: FacilitationState, command: Command) =>
  decide(state, command, { by: mod, commandId: commandId(9_999), isAllowed: true, nowMs: 1, pageExists })

describe('a silent round', () => {
  it('begins with its step and ends with the revealing, once (invariant 1)', () => {
    const state = start('anonymous')
    expect(state.silent).toMatchObject([{ stepId: 'step-1', status: 'writing', authorship: 'anonymous' }])
    const revealed = say(state, reveal({ type: 'all' }))
    expect(revealed.silent).toMatchObject([{ status: 'revealed' }])
    expect(answerTo(revealed, reveal({ type: 'all' }))).toEqual({ ok: true, value: [] })
  })

  it('tells of persons only where that was said (invariant 2)', () => {
    const person = reveal({ type: 'person', memberId: jana })
    expect(answerTo(start('organisation'), person)).toEqual({ ok: false, refusal: 'round_not_named' })
    expect(answerTo(start('named'), reveal({ type: 'own' }))).toMatchObject({
      ok: true,
      value: [{ type: 'DraftsRevealed', whose: { type: 'person', memberId: mod } }],
    })
  })

  it('opens its page once everything lies open (invariant 3)', () => {
    const revealed = say(start('named'), reveal({ type: 'all' }))
    expect(revealed.step.running?.step.mode).toEqual({ type: 'open' })
  })

  it('keeps what it promised when it begins again', () => {
    const again = say(start('anonymous'), {
      type: 'startStep',
      from: 'step-1',
      step: { ...step('named', 'step-2'), pageId: 'page:two' },
    })
    const loosened = answerTo(again, { type: 'startStep', from: 'step-2', step: step('named') })
    expect(loosened).toEqual({ ok: false, refusal: 'authorship_promised' })
    expect(again.silent.map(({ authorship }) => authorship)).toEqual(['anonymous', 'named'])
  })
})

describe('the view of silent rounds', () => {
  it('tells each of their own drafts, and of nobody else’s', () => {
    const state = say(start('named'), reveal({ type: 'person', memberId: jana }))
    const seenBy = (memberId: MemberId) => viewOf(state, { memberId, facilitates: false })
    expect(seenBy(jana).silent).toMatchObject([{ generation: 1 }])
    expect(seenBy(tom).silent).toMatchObject([{ generation: 0 }])
    expect(JSON.stringify(seenBy(tom).silent)).not.toContain(jana)
    const classOf = (memberId: MemberId) => viewClassOf(state, { memberId, facilitates: false })
    expect(classOf(jana)).not.toBe(classOf(tom))
  })
})
