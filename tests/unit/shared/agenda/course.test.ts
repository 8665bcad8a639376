import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { courseOf } from '#shared/agenda/course.ts'
import { bufferMinutes, MINUTE_MS, stepTimes } from '#shared/agenda/times.ts'
import { meetingWith, plannedStep } from '#tests/support/agenda.ts'

const steps = [
  plannedStep('a', { minutes: 15 }),
  plannedStep('b', { minutes: 20 }),
  plannedStep('c', { minutes: 30 }),
]
const meeting = meetingWith(steps)
const begin = meeting.startsAt!
const minute = (n: number) => begin + n * MINUTE_MS
const timerUntil = (endsAt: number) => ({ status: 'running', endsAt, plannedMs: 1 }) as const

describe('the course of a meeting', () => {
  it('is on time when the step that runs ends as planned', () => {
    const course = courseOf(
      meeting,
      { stepId: 'b', startedAt: minute(15) },
      timerUntil(minute(35)),
      minute(20),
    )!
    expect(course.driftMs).toBe(0)
    expect(course.done.map(({ step }) => step.id)).toEqual(['a'])
    expect(course.next.map(({ expectedAt, plannedAt }) => [expectedAt, plannedAt])).toEqual([
      [minute(35), minute(35)],
    ])
    expect(course.bufferMs).toBe(55 * MINUTE_MS)
  })

  it('falls behind by what the timer runs over the plan, and so does every step to come', () => {
    const course = courseOf(
      meeting,
      { stepId: 'a', startedAt: minute(3) },
      timerUntil(minute(18)),
      minute(4),
    )!
    expect(course.driftMs).toBe(3 * MINUTE_MS)
    expect(course.next.map(({ expectedAt }) => expectedAt)).toEqual([minute(18), minute(38)])
    expect(course.bufferMs).toBe(52 * MINUTE_MS)
  })

  it('falls behind further while a step goes on after its time', () => {
    const course = courseOf(meeting, { stepId: 'a', startedAt: begin }, timerUntil(minute(15)), minute(22))!
    expect(course.driftMs).toBe(7 * MINUTE_MS)
  })

  it('counts a paused timer from now on', () => {
    const timer = { status: 'paused', remainingMs: 10 * MINUTE_MS, plannedMs: 1 } as const
    const course = courseOf(meeting, { stepId: 'a', startedAt: begin }, timer, minute(12))!
    expect(course.driftMs).toBe(7 * MINUTE_MS)
  })

  it('takes an agenda that runs without a date, or on another day, as on time', () => {
    const running = { stepId: 'b', startedAt: minute(24 * 60) }
    const now = minute(24 * 60 + 1)
    expect(courseOf(meeting, running, { status: 'idle' }, now)!.driftMs).toBe(0)
    expect(courseOf({ ...meeting, startsAt: null }, running, { status: 'idle' }, now)!.driftMs).toBe(0)
  })

  it('is unknown while no step of this meeting runs', () => {
    expect(courseOf(meeting, null, { status: 'idle' }, begin)).toBeNull()
    expect(courseOf(meeting, { stepId: 'elsewhere', startedAt: 0 }, { status: 'idle' }, begin)).toBeNull()
  })

  it('keeps planned times, order and sum together, whatever the agenda', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1 }),
        fc.nat(),
        fc.nat(),
        (lengths, at, late) => {
          const planned = lengths.map((minutes, n) => plannedStep(`s${n}`, { minutes }))
          const whole = meetingWith(planned)
          const n = at % planned.length
          const offsetMs = stepTimes(planned)[n]!.offsetMs
          const startedAt = begin + offsetMs + (late % 60) * MINUTE_MS
          const course = courseOf(whole, { stepId: `s${n}`, startedAt }, { status: 'idle' }, startedAt)!
          expect(course.done.length + 1 + course.next.length).toBe(planned.length)
          expect(course.driftMs).toBe((late % 60) * MINUTE_MS)
          for (const { expectedAt, plannedAt } of course.next)
            expect(expectedAt - plannedAt).toBe(course.driftMs)
          expect(course.bufferMs).toBe(bufferMinutes(whole) * MINUTE_MS - course.driftMs)
        },
      ),
    )
  })
})
