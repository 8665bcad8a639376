import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from '#shared/facilitation/decide.ts'
import { isPassing, type FacilitationEvent, type Happening } from '#shared/facilitation/events.ts'
import { evolve } from '#shared/facilitation/evolve.ts'
import { initialState, type FacilitationState } from '#shared/facilitation/state.ts'
import type { Timer } from '#shared/facilitation/timer/state.ts'
import { remainingMs } from '#shared/facilitation/timer/remaining.ts'
import { anyCommand, commandId, envelop, moderator, pageExists, replay } from '#tests/support/facilitation.ts'

const at = 1_800_000_000_000
const minute = 60_000

const idle: Timer = { status: 'idle' }
const running: Timer = { status: 'running', endsAt: at + 5 * minute, plannedMs: 10 * minute }
const paused: Timer = { status: 'paused', remainingMs: 5 * minute, plannedMs: 10 * minute }

const open: FacilitationState = initialState('problem', 'page:one')
const busy: FacilitationState = {
  ...open,
  seq: 9,
  timer: running,
  lock: { status: 'locked', since: at - minute },
  place: {
    ...open.place,
    gathering: { by: moderator, at: at - minute, pageId: 'page:one', area: null },
  },
}

const after = (state: FacilitationState, event: FacilitationEvent) =>
  evolve(state, { seq: state.seq + 1, at, by: moderator, event })

/** Everything but the named parts and the sequence number stays as it was. */
function expectOnly(state: FacilitationState, event: FacilitationEvent, changed: Partial<FacilitationState>) {
  expect(after(state, event)).toEqual({ ...state, seq: state.seq + 1, ...changed })
}

describe('evolve, event by event', () => {
  it('takes the room to another phase and page and dissolves the gathering', () => {
    const event = { type: 'PhaseAdvanced', phase: 'solution', pageId: 'page:two' } as const
    expectOnly(busy, event, { place: { phase: 'solution', pageId: 'page:two', gathering: null } })
  })

  it('opens a page within the phase and dissolves the gathering', () => {
    const place = { phase: 'problem', pageId: 'page:two', gathering: null } as const
    expectOnly(busy, { type: 'PageOpened', pageId: 'page:two' }, { place })
  })

  it('gathers everybody on a page', () => {
    const area = { x: 1, y: 2, w: 3, h: 4 }
    const event = { type: 'EveryoneGathered', pageId: 'page:two', area } as const
    const gathering = { by: moderator, at, pageId: 'page:two', area }
    expectOnly(busy, event, { place: { phase: 'problem', pageId: 'page:two', gathering } })
  })

  it('locks since the moment of the event, and unlocks', () => {
    expectOnly(open, { type: 'BoardLocked' }, { lock: { status: 'locked', since: at } })
    expectOnly(busy, { type: 'BoardUnlocked' }, { lock: { status: 'open' } })
  })

  const ended: FacilitationEvent = { type: 'TimerEnded' }
  const started: FacilitationEvent = { type: 'TimerStarted', endsAt: at + minute, plannedMs: minute }
  const pausedNow: FacilitationEvent = { type: 'TimerPaused', remainingMs: 4 * minute }
  const resumed: FacilitationEvent = { type: 'TimerResumed', endsAt: at + 4 * minute }
  const extended: FacilitationEvent = { type: 'TimerExtended', byMs: minute }
  const startedTimer: Timer = { status: 'running', endsAt: at + minute, plannedMs: minute }
  const longer = 11 * minute

  it.each<[string, Timer, FacilitationEvent, Timer]>([
    ['starts an idle timer', idle, started, startedTimer],
    ['starts a running timer anew', running, started, startedTimer],
    ['starts a paused timer anew', paused, started, startedTimer],
    [
      'pauses a running timer',
      running,
      pausedNow,
      { status: 'paused', remainingMs: 4 * minute, plannedMs: 10 * minute },
    ],
    ['leaves an idle timer when told to pause', idle, pausedNow, idle],
    ['leaves a paused timer when told to pause', paused, pausedNow, paused],
    [
      'resumes a paused timer',
      paused,
      resumed,
      { status: 'running', endsAt: at + 4 * minute, plannedMs: 10 * minute },
    ],
    ['leaves an idle timer when told to resume', idle, resumed, idle],
    ['leaves a running timer when told to resume', running, resumed, running],
    [
      'extends a running timer',
      running,
      extended,
      { status: 'running', endsAt: at + 6 * minute, plannedMs: longer },
    ],
    [
      'extends a paused timer',
      paused,
      extended,
      { status: 'paused', remainingMs: 6 * minute, plannedMs: longer },
    ],
    ['leaves an idle timer when told to extend', idle, extended, idle],
    ['ends a running timer', running, ended, idle],
    ['ends a paused timer', paused, ended, idle],
    ['leaves an idle timer when told to end', idle, ended, idle],
  ])('%s', (_sentence, timer, event, expected) => {
    expectOnly({ ...busy, timer }, event, { timer: expected })
  })
})

describe('remainingMs', () => {
  it('counts down to the deadline and below, stands still in a pause, is nothing without a timer', () => {
    expect(remainingMs(running, at)).toBe(5 * minute)
    expect(remainingMs(running, at + 6 * minute)).toBe(-minute)
    expect(remainingMs(paused, at + 60 * minute)).toBe(5 * minute)
    expect(remainingMs(idle, at)).toBeNull()
  })
})

/** A meeting as the server holds it: the log and the state that was kept beside it. */
function meetingOf(steps: readonly { command: Parameters<typeof decide>[1]; waitMs: number }[]) {
  const log: Happening[] = []
  let state = open
  let nowMs = at
  for (const [n, { command, waitMs }] of steps.entries()) {
    nowMs += waitMs
    const id = commandId(n)
    const context = { by: moderator, commandId: id, isAllowed: true, nowMs, pageExists }
    const decision = decide(state, command, context)
    const envelopes = envelop(state, decision.ok ? decision.value : [], nowMs, id)
    log.push(...envelopes)
    state = replay(state, envelopes)
  }
  return { log, state }
}
const steps = fc.array(fc.record({ command: anyCommand, waitMs: fc.nat(30 * minute) }), { maxLength: 60 })

describe('evolve, over whole meetings', () => {
  it('gives the same state when the event log is replayed', () => {
    fc.assert(
      fc.property(steps, (meeting) => {
        const { log, state } = meetingOf(meeting)
        expect(replay(open, JSON.parse(JSON.stringify(log)) as Happening[])).toEqual(state)
      }),
    )
  })

  it('gives a late joiner, who starts from a snapshot, the same state as everybody else', () => {
    fc.assert(
      fc.property(steps, fc.nat(), (meeting, cut) => {
        const { log, state } = meetingOf(meeting)
        const joinedAt = log.length === 0 ? 0 : cut % (log.length + 1)
        const snapshot = JSON.parse(JSON.stringify(replay(open, log.slice(0, joinedAt)))) as FacilitationState
        expect(replay(snapshot, log.slice(joinedAt))).toEqual(state)
      }),
    )
  })

  it('numbers its state by the last event that is kept', () => {
    fc.assert(
      fc.property(steps, (meeting) => {
        const { log, state } = meetingOf(meeting)
        const kept = log.filter(({ event }) => !isPassing(event))
        expect(state.seq).toBe(kept.length)
        expect(kept.map(({ seq }) => seq)).toEqual(kept.map((_, i) => i + 1))
      }),
    )
  })

  it('is total: any event fits any state and none is changed in place', () => {
    fc.assert(
      fc.property(steps, steps, (one, other) => {
        const { state } = meetingOf(one)
        const before = structuredClone(state)
        expect(() => replay(state, meetingOf(other).log)).not.toThrow()
        expect(state).toEqual(before)
      }),
    )
  })
})
