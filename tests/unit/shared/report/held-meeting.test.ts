import { describe, expect, it } from 'vitest'
import { newId } from '#shared/base/ids.ts'
import type { FacilitationEvent } from '#shared/facilitation/events.ts'
import { heldMeeting } from '#shared/report/held-meeting.ts'
import { localTime } from '#shared/report/local-time.ts'
import { minutesTree } from '#shared/report/minutes.ts'
import { markdownOf } from '#shared/report/markdown.ts'
import type { Report } from '#shared/report/report.ts'
import { meetingWith, plannedStep } from '#tests/support/agenda.ts'

const MINUTE = 60_000
/** 10:00 in Berlin. */
const TEN = Date.UTC(2026, 10, 28, 9)
const MIDNIGHT = Date.UTC(2026, 10, 28, 23)

const berlin = localTime('de')
const meeting = meetingWith([plannedStep('a'), plannedStep('b')], { minutes: 60 })

const step = (id: string, deadline: number | null = null) => ({
  ...{ id, title: id, instruction: '', plannedMinutes: 20, phase: 'solution' as const, pageId: 'page:x' },
  ...{ methodId: null, mode: { type: 'open' as const }, deadline },
})
const begin = (id: string, deadline: number | null = null): FacilitationEvent => ({
  ...{ type: 'StepStarted', step: step(id, deadline), how: 'next', former: null },
})
const end = (stepId: string): FacilitationEvent => ({ type: 'StepEnded', stepId })
const takeBack = (stepId: string, id: string): FacilitationEvent => ({
  type: 'StepTakenBack',
  stepId,
  running: { step: step(id), startedAt: 0, modeSince: 0 },
})

/** What happened so many minutes after ten. */
const log = (...entries: [number, FacilitationEvent][]) =>
  entries.map(([minute, event], n) => ({
    ...{ seq: n + 1, at: TEN + minute * MINUTE, by: newId<never>(), event },
  }))
const held = (...logs: ReturnType<typeof log>[]) => heldMeeting(meeting, logs, berlin)
const minute = (ms: number | null | undefined) => (ms == null ? ms : (ms - TEN) / MINUTE)
const untilOf = (...logs: ReturnType<typeof log>[]) => held(...logs)!.until.map(minute)

describe('what is made belongs to a meeting', () => {
  it('for as long as was planned, where it was ended before', () => {
    expect(untilOf(log([0, begin('a')], [30, end('a')]))).toEqual([60])
  })

  it('in overtime, too: until midnight where nobody ends the last step', () => {
    expect(untilOf(log([0, begin('a')], [50, begin('b')]))).toEqual([minute(MIDNIGHT)])
    expect(untilOf(log([0, begin('a')], [50, begin('b')], [95, end('b')]))).toEqual([95])
  })

  it('until the group begins a step of another one, and each group for itself', () => {
    expect(untilOf(log([0, begin('a')], [50, begin('b')], [80, begin('other')]))).toEqual([80])
    expect(untilOf(log([0, begin('a')], [20, end('a')], [40, begin('other')]))).toEqual([40])
    const [going, gone] = untilOf(log([0, begin('a')]), log([0, begin('a')], [30, begin('other')]))
    expect([going, gone]).toEqual([minute(MIDNIGHT), 30])
  })

  it('not after its end because a step in own time goes on', () => {
    expect(untilOf(log([0, begin('a')], [10, begin('b', TEN * 2)], [70, end('a')]))).toEqual([70])
  })
})

describe('steps', () => {
  it('end where the next one begins or where they are ended, from the first group to the last', () => {
    const one = log([4, begin('a')], [31, begin('b')], [50, end('b')])
    const { steps } = held(one, log([6, begin('a')], [35, end('a')]))!
    expect([...steps].map(([id, { from, to }]) => [id, minute(from), minute(to)])).toEqual([
      ['a', 4, 35],
      ['b', 31, 50],
    ])
  })

  it('that were taken back were never begun, and the one before goes on', () => {
    const { steps, to } = held(log([0, begin('a')], [5, begin('b')], [6, takeBack('b', 'a')]))!
    expect([...steps.keys()]).toEqual(['a'])
    expect(to).toBeNull()
  })
})

it('minutes say when the meeting and each step began and ended, with the date where it is another', () => {
  const histories = [log([4, begin('a')], [31, begin('b')], [60 * 24, end('b')])]
  const report: Report = {
    ...{ title: 'Werkstatt', language: 'de', timeZone: 'Europe/Berlin', exportedAt: TEN },
    ...{ groups: [], withheldQuotes: 0, notice: null },
  }
  const told = (logs: typeof histories) =>
    markdownOf(minutesTree(report, { meeting, histories: logs, participants: [] }))
  const text = told(histories)
  expect(text).toContain('28.11.2026, 10:04 Uhr – 29.11.2026, 10:00 Uhr')
  expect(text).toContain('| 10:04–10:31 | Schritt a |')
  expect(text).toContain('| 10:31–29.11.2026, 10:00 | Schritt b |')
  expect(told([log([4, begin('a')], [31, end('a')])])).toContain('28.11.2026, 10:04–10:31 Uhr')
})
