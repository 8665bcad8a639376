import { describe, expect, it } from 'vitest'
import { changed, type PlanChange } from '#shared/agenda/change.ts'
import { stepsFrom } from '#shared/agenda/from-method.ts'
import { plannedStepSchema, type Meeting } from '#shared/agenda/meeting.ts'
import { stepToRun } from '#shared/agenda/starting.ts'
import { methods } from '#shared/methods/catalogue.ts'
import { stepSchema } from '#shared/facilitation/step/step.ts'
import type { MemberId } from '#shared/base/ids.ts'
import { meetingWith, plannedStep } from '#tests/support/agenda.ts'

const meeting = meetingWith([plannedStep('a'), plannedStep('b'), plannedStep('c')])
const after = (from: Meeting, ...changes: PlanChange[]) =>
  changes.reduce((state, change) => {
    const result = changed(state, change)
    if (!result.ok) throw new Error(result.refusal)
    return result.value
  }, from)
const order = ({ steps }: Meeting) => steps.map(({ id }) => id).join('')
const rename = (from: string, to: string): PlanChange => ({
  type: 'editSteps',
  edits: [{ stepId: 'a', from: { title: from }, to: { title: to } }],
})

describe('changes of a plan', () => {
  it('by two people at once both count where they touch different fields', () => {
    const both = after(meeting, rename('Schritt a', 'Neu'), {
      type: 'editSteps',
      edits: [{ stepId: 'a', from: { minutes: 10 }, to: { minutes: 25 } }],
    })
    expect(both.steps[0]).toMatchObject({ title: 'Neu', minutes: 25 })
  })

  it('never wipe out what somebody else wrote in the same field meanwhile', () => {
    const first = after(meeting, rename('Schritt a', 'Eins'))
    expect(changed(first, rename('Schritt a', 'Zwei'))).toEqual({ ok: false, refusal: 'plan_changed' })
    expect(after(first, rename('Schritt a', 'Eins'))).toEqual(first)
  })

  it('of several steps at once are taken together or not at all', () => {
    const edits = ['a', 'gone'].map((stepId) => ({ stepId, from: { minutes: 10 }, to: { minutes: 8 } }))
    const refusal = changed(meeting, { type: 'editSteps', edits })
    expect(refusal).toEqual({ ok: false, refusal: 'plan_step_gone' })
    const taken = after(meeting, { type: 'editSteps', edits: [edits[0]!, { ...edits[0]!, stepId: 'c' }] })
    expect(taken.steps.map(({ minutes }) => minutes)).toEqual([8, 10, 8])
  })

  it('move and insert before a step, or to the end where that step is gone', () => {
    expect(order(after(meeting, { type: 'moveStep', stepId: 'c', before: 'a' }))).toBe('cab')
    expect(order(after(meeting, { type: 'moveStep', stepId: 'a', before: null }))).toBe('bca')
    expect(order(after(meeting, { type: 'moveStep', stepId: 'b', before: 'b' }))).toBe('abc')
    const steps = [plannedStep('x')]
    expect(order(after(meeting, { type: 'addSteps', steps, before: 'b' }))).toBe('axbc')
    expect(order(after(meeting, { type: 'addSteps', steps, before: 'gone' }))).toBe('abcx')
  })

  it('sent again change nothing more', () => {
    const add: PlanChange = { type: 'addSteps', steps: [plannedStep('x')], before: null }
    const remove: PlanChange = { type: 'removeStep', stepId: 'a' }
    expect(order(after(meeting, add, add, remove, remove))).toBe('bcx')
    expect(changed(after(meeting, remove), rename('Schritt a', 'Neu'))).toMatchObject({
      refusal: 'plan_step_gone',
    })
  })

  it('end where an agenda is full', () => {
    const steps = Array.from({ length: 78 }, (_, n) => plannedStep(`s${n}`))
    expect(changed(meeting, { type: 'addSteps', steps, before: null })).toMatchObject({
      refusal: 'agenda_full',
    })
  })
})

describe('a planned step', () => {
  const setting = { phase: 'problem', pageId: 'page:here', phaseOf: () => null, by: 'm' as MemberId } as const

  it('enters a room without the private note', () => {
    const planned = plannedStep('a', {
      note: 'Nur für Sie',
      mode: { type: 'silent', authorship: 'anonymous' },
    })
    const step = stepToRun(planned, setting)
    expect(stepSchema.parse(step)).toEqual(step)
    expect(JSON.stringify(step)).not.toContain('Nur für Sie')
    expect(step).toMatchObject({ pageId: 'page:here', phase: 'problem', mode: planned.mode })
  })

  it('comes from every method of the catalogue, in both languages', () => {
    for (const method of methods) {
      for (const language of ['de', 'en'] as const) {
        const steps = stepsFrom(method, language, null)
        expect(steps).toHaveLength(method.steps.length)
        for (const step of steps) expect(plannedStepSchema.parse(step)).toEqual(step)
      }
    }
  })
})
