import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { catchUp, catchUpOf } from '#shared/agenda/catch-up.ts'
import { changed } from '#shared/agenda/change.ts'
import { courseOf } from '#shared/agenda/course.ts'
import type { Meeting, PlannedStep } from '#shared/agenda/meeting.ts'
import { MINUTE_MS } from '#shared/agenda/times.ts'
import type { Timer } from '#shared/facilitation/timer/state.ts'
import { meetingWith, plannedStep } from '#tests/support/agenda.ts'

const anyStep: fc.Arbitrary<Partial<PlannedStep>> = fc.record({
  minutes: fc.integer({ min: 0, max: 90 }),
  activity: fc.constantFrom('work', 'break'),
  mode: fc.constantFrom({ type: 'open' }, { type: 'vote', ballot: 'dots' }),
})

describe('a proposal to catch up', () => {
  it('takes from the step that can spare most, and from no step alone', () => {
    const next = [plannedStep('a', { minutes: 30 }), plannedStep('b', { minutes: 24 })]
    expect(catchUp(next, 10)).toEqual({
      cuts: [
        { stepId: 'a', fromMinutes: 30, toMinutes: 24 },
        { stepId: 'b', fromMinutes: 24, toMinutes: 20 },
      ],
      leaveOut: null,
      missingMinutes: 0,
    })
  })

  it('names the shortest step whose absence would help where shortening is not enough, never the last', () => {
    const next = [
      plannedStep('a', { minutes: 10 }),
      plannedStep('b', { minutes: 20 }),
      plannedStep('c', { minutes: 8 }),
    ]
    expect(catchUp(next, 16)).toMatchObject({ leaveOut: 'a', missingMinutes: 5 })
    expect(catchUp(next, 20)).toMatchObject({ leaveOut: 'b', missingMinutes: 9 })
    expect(catchUp(next, 60)).toMatchObject({ leaveOut: null })
  })

  it('keeps breaks and votes whole, cuts no step too far and never more than asked for', () => {
    fc.assert(
      fc.property(fc.array(anyStep), fc.integer({ min: 0, max: 120 }), (shapes, wanted) => {
        const next = shapes.map((shape, n) => plannedStep(`s${n}`, shape))
        const { cuts, missingMinutes } = catchUp(next, wanted)
        const saved = cuts.reduce((sum, { fromMinutes, toMinutes }) => sum + fromMinutes - toMinutes, 0)
        expect(saved + missingMinutes).toBe(wanted)
        for (const { stepId, fromMinutes, toMinutes } of cuts) {
          const step = next.find(({ id }) => id === stepId)!
          expect(step.activity).toBe('work')
          expect(step.mode.type).not.toBe('vote')
          expect(toMinutes).toBeGreaterThanOrEqual(Math.max(5, (fromMinutes * 2) / 3))
          expect(toMinutes).toBeLessThan(fromMinutes)
        }
      }),
    )
  })

  describe.each([
    { clock: 'running', at: 'b', lateBy: 10, taken: 0, receiver: 'b', minutes: 10, left: 0 },
    { clock: 'idle', at: 'b', lateBy: 10, taken: 0, receiver: 'a', minutes: 10, left: 0 },
    { clock: 'running', at: 'a', lateBy: 10, taken: 0, receiver: 'a', minutes: 10, left: 0 },
    { clock: 'idle', at: 'a', lateBy: 10, taken: 0, receiver: null, minutes: 0, left: 10 },
    { clock: 'idle', at: 'a', lateBy: 0, taken: 35, receiver: 'a', minutes: 5, left: 0 },
    { clock: 'idle', at: 'a', lateBy: 10, taken: 35, receiver: 'a', minutes: 5, left: 10 },
  ])('with a clock that is $clock, in step $at, $lateBy minutes late, after $taken', (given) => {
    it(`makes good ${given.minutes} minutes, once`, () => {
      const steps = ['a', 'b', 'c', 'd'].map((id) => plannedStep(id, { minutes: 30 }))
      const meeting = meetingWith(steps)
      const startedAt = meeting.startsAt! + ((given.at === 'a' ? 0 : 30) + given.lateBy) * MINUTE_MS
      const timer: Timer =
        given.clock === 'idle'
          ? { status: 'idle' }
          : { status: 'running', endsAt: startedAt + 30 * MINUTE_MS, plannedMs: 30 * MINUTE_MS }
      const courseWith = (planned: Meeting) =>
        courseOf(planned, { stepId: given.at, startedAt }, timer, startedAt + given.taken * MINUTE_MS)!
      const { lengths, minutes } = catchUpOf(courseWith(meeting), timer)
      expect(minutes).toBe(given.minutes)
      expect(lengths.at(-1)?.stepId ?? null).toBe(given.receiver)
      const edits = lengths.map(({ stepId, fromMinutes, toMinutes }) => ({
        stepId,
        from: { minutes: fromMinutes },
        to: { minutes: toMinutes },
      }))
      const taken = changed(meeting, { type: 'editSteps', edits })
      const after = courseWith(taken.ok ? taken.value : meeting)
      expect(after.driftMs).toBe(given.left * MINUTE_MS)
      expect(catchUpOf(after, timer).lengths).toEqual([])
    })
  })

  it('makes no step longer than a clock can be set', () => {
    const steps = [plannedStep('a', { minutes: 475 }), plannedStep('b', { minutes: 60 })]
    const meeting = meetingWith(steps)
    const startedAt = meeting.startsAt! + 15 * MINUTE_MS
    const timer = { status: 'running', endsAt: startedAt + 475 * MINUTE_MS, plannedMs: 0 } as const
    const course = courseOf(meeting, { stepId: 'a', startedAt }, timer, startedAt)!
    expect(catchUpOf(course, timer).lengths).toEqual([
      { stepId: 'b', fromMinutes: 60, toMinutes: 55 },
      { stepId: 'a', fromMinutes: 475, toMinutes: 480 },
    ])
  })
})
