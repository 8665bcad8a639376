import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { catchUp, receiverOf } from '#shared/agenda/catch-up.ts'
import { courseOf } from '#shared/agenda/course.ts'
import type { PlannedStep } from '#shared/agenda/meeting.ts'
import { MINUTE_MS } from '#shared/agenda/times.ts'
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

  it.each(['running', 'idle'] as const)(
    'leaves nothing to catch up on once it is taken, with a clock that is %s',
    (status) => {
      const steps = ['a', 'b', 'c', 'd'].map((id) => plannedStep(id, { minutes: 30 }))
      const meeting = meetingWith(steps)
      const startedAt = meeting.startsAt! + 40 * MINUTE_MS
      const timer =
        status === 'idle'
          ? { status }
          : { status, endsAt: startedAt + 30 * MINUTE_MS, plannedMs: 30 * MINUTE_MS }
      const courseWith = (planned: PlannedStep[]) =>
        courseOf({ ...meeting, steps: planned }, { stepId: 'b', startedAt }, timer, startedAt)!
      const course = courseWith(steps)
      expect(course.driftMs).toBe(10 * MINUTE_MS)
      const { cuts } = catchUp(steps.slice(2), 10)
      const receiver = receiverOf(course, timer)!
      expect(receiver.id).toBe(status === 'idle' ? 'a' : 'b')
      const taken = steps.map((step) => ({
        ...step,
        minutes: step === receiver ? 40 : (cuts.find(({ stepId }) => stepId === step.id)?.toMinutes ?? 30),
      }))
      const after = courseWith(taken)
      expect(after.driftMs).toBe(0)
      expect(after.bufferMs).toBe(course.bufferMs + 10 * MINUTE_MS)
    },
  )
})
