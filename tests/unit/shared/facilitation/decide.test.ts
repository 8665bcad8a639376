import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits } from '#shared/base/limits.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import { commandSchema, type Command } from '#shared/facilitation/commands.ts'
import { decide } from '#shared/facilitation/decide.ts'
import { topics } from '#shared/facilitation/topics.ts'
import type { AnyEvent, FacilitationEvent } from '#shared/facilitation/events.ts'
import { initialState, type FacilitationState } from '#shared/facilitation/state.ts'
import type { Lock } from '#shared/facilitation/lock/state.ts'
import { remembering } from '#shared/facilitation/recent-commands.ts'
import type { Timer } from '#shared/facilitation/timer/state.ts'
import { remainingMs } from '#shared/facilitation/timer/remaining.ts'
import { anyCommand, commandId, envelop, moderator, pageExists, replay } from '#tests/support/facilitation.ts'

const now = 1_800_000_000_000
const minute = 60_000

const timers = {
  idle: { status: 'idle' },
  running: { status: 'running', endsAt: now + 5 * minute, plannedMs: 10 * minute },
  'running over time': { status: 'running', endsAt: now - 2 * minute, plannedMs: 10 * minute },
  'running at the longest': {
    status: 'running',
    endsAt: now + limits.maxTimerMs,
    plannedMs: limits.maxTimerMs,
  },
  paused: { status: 'paused', remainingMs: 5 * minute, plannedMs: 10 * minute },
  'paused at the end': { status: 'paused', remainingMs: 0, plannedMs: 10 * minute },
} satisfies Record<string, Timer>
type TimerName = keyof typeof timers
const timerNames = Object.keys(timers) as TimerName[]

const locks = {
  open: { status: 'open' },
  locked: { status: 'locked', since: now - minute },
} satisfies Record<string, Lock>

/** Every kind of state a room can be in; the page is always page:one of the phase `problem`. */
const states = timerNames.flatMap((timer) =>
  (['open', 'locked'] as const).flatMap((lock) =>
    [false, true].map((gathered) => ({
      name: `timer ${timer}, ${lock}${gathered ? ', gathered' : ''}`,
      timer,
      lock,
      state: {
        ...initialState('problem', 'page:one'),
        seq: 7,
        timer: timers[timer],
        lock: locks[lock],
        place: {
          phase: 'problem',
          pageId: 'page:one',
          gathering: gathered ? { by: moderator, at: now - minute, pageId: 'page:one', area: null } : null,
        },
      } satisfies FacilitationState,
    })),
  ),
)

type Expected = FacilitationEvent[] | ErrorCode
interface Situation {
  timer: TimerName
  lock: keyof typeof locks
}
const area = { x: 1, y: 2, w: 3, h: 4 }

/** Every command, with what must come of it in each situation. */
const cases: { name: string; command: Command; expected: (situation: Situation) => Expected }[] = [
  {
    name: 'goToPhase to another phase',
    command: { type: 'goToPhase', phase: 'solution', pageId: 'page:two' },
    expected: () => [{ type: 'PhaseAdvanced', phase: 'solution', pageId: 'page:two' }],
  },
  {
    name: 'goToPhase back to an earlier phase',
    command: { type: 'goToPhase', phase: 'preparation', pageId: 'page:three' },
    expected: () => [{ type: 'PhaseAdvanced', phase: 'preparation', pageId: 'page:three' }],
  },
  {
    name: 'goToPhase to another page of the same phase',
    command: { type: 'goToPhase', phase: 'problem', pageId: 'page:two' },
    expected: () => [{ type: 'PhaseAdvanced', phase: 'problem', pageId: 'page:two' }],
  },
  {
    name: 'goToPhase to where the room is',
    command: { type: 'goToPhase', phase: 'problem', pageId: 'page:one' },
    expected: () => [],
  },
  {
    name: 'goToPhase to a missing page',
    command: { type: 'goToPhase', phase: 'solution', pageId: 'page:missing' },
    expected: () => 'page_unknown',
  },
  {
    name: 'openPage of another page',
    command: { type: 'openPage', pageId: 'page:two' },
    expected: () => [{ type: 'PageOpened', pageId: 'page:two' }],
  },
  {
    name: 'openPage of the open page',
    command: { type: 'openPage', pageId: 'page:one' },
    expected: () => [],
  },
  {
    name: 'openPage of a missing page',
    command: { type: 'openPage', pageId: 'page:missing' },
    expected: () => 'page_unknown',
  },
  {
    name: 'startTimer',
    command: { type: 'startTimer', durationMs: 3 * minute },
    expected: () => [{ type: 'TimerStarted', endsAt: now + 3 * minute, plannedMs: 3 * minute }],
  },
  {
    name: 'pauseTimer',
    command: { type: 'pauseTimer' },
    expected: ({ timer }) =>
      ({
        idle: 'timer_not_running' as const,
        running: [{ type: 'TimerPaused' as const, remainingMs: 5 * minute }],
        'running over time': [{ type: 'TimerPaused' as const, remainingMs: 0 }],
        'running at the longest': [{ type: 'TimerPaused' as const, remainingMs: limits.maxTimerMs }],
        paused: [],
        'paused at the end': [],
      })[timer],
  },
  {
    name: 'resumeTimer',
    command: { type: 'resumeTimer' },
    expected: ({ timer }) =>
      ({
        idle: 'timer_not_paused' as const,
        running: [],
        'running over time': [],
        'running at the longest': [],
        paused: [{ type: 'TimerResumed' as const, endsAt: now + 5 * minute }],
        'paused at the end': [{ type: 'TimerResumed' as const, endsAt: now }],
      })[timer],
  },
  {
    name: 'extendTimer',
    command: { type: 'extendTimer', byMs: minute },
    expected: ({ timer }) =>
      ({
        idle: 'timer_not_running' as const,
        running: [{ type: 'TimerExtended' as const, byMs: minute }],
        'running over time': [{ type: 'TimerExtended' as const, byMs: 3 * minute }],
        'running at the longest': 'timer_too_long' as const,
        paused: [{ type: 'TimerExtended' as const, byMs: minute }],
        'paused at the end': [{ type: 'TimerExtended' as const, byMs: minute }],
      })[timer],
  },
  {
    name: 'endTimer',
    command: { type: 'endTimer' },
    expected: ({ timer }) => (timer === 'idle' ? [] : [{ type: 'TimerEnded' }]),
  },
  {
    name: 'lock',
    command: { type: 'lock' },
    expected: ({ lock }) => (lock === 'locked' ? [] : [{ type: 'BoardLocked' }]),
  },
  {
    name: 'unlock',
    command: { type: 'unlock' },
    expected: ({ lock }) => (lock === 'open' ? [] : [{ type: 'BoardUnlocked' }]),
  },
  {
    name: 'gather on another page',
    command: { type: 'gather', pageId: 'page:two', area },
    expected: () => [{ type: 'EveryoneGathered', pageId: 'page:two', area }],
  },
  {
    name: 'gather on the same page again, for those who wandered off',
    command: { type: 'gather', pageId: 'page:one', area: null },
    expected: () => [{ type: 'EveryoneGathered', pageId: 'page:one', area: null }],
  },
  {
    name: 'gather on a missing page',
    command: { type: 'gather', pageId: 'page:missing', area: null },
    expected: () => 'page_unknown',
  },
]

const context = (isAllowed: boolean, nowMs = now, id = commandId(0)) => ({
  by: moderator,
  commandId: id,
  isAllowed,
  nowMs,
  pageExists,
})

const answer = (expected: Expected) =>
  typeof expected === 'string' ? { ok: false, refusal: expected } : { ok: true, value: expected }

describe('decide, every command in every state', () => {
  it('has a case for every command of place, timer and lock', () => {
    const { place, timer, lock } = topics
    const types = [place, timer, lock].flatMap(({ commands }) =>
      commands.map(({ shape }) => shape.type.value),
    )
    expect([...new Set(cases.map(({ command }) => command.type))].sort()).toEqual([...types].sort())
  })

  it('uses commands that would pass the border', () => {
    for (const { command, name } of cases) expect(commandSchema.safeParse(command).success, name).toBe(true)
  })

  for (const { name, command, expected } of cases) {
    it(`${name}: does the right thing in each of the ${states.length} states`, () => {
      for (const { state, timer, lock, name: situation } of states) {
        const before = structuredClone(state)
        expect(decide(state, command, context(true)), situation).toEqual(answer(expected({ timer, lock })))
        expect(state, 'decide touches nothing').toEqual(before)
      }
    })

    it(`${name}: is refused to who may not give it, in every state (invariant 1)`, () => {
      for (const { state, name: situation } of states) {
        expect(decide(state, command, context(false)), situation).toEqual(answer('command_not_allowed'))
      }
    })
  }
})

/** Starting again, one more minute, calling everybody, going on a step: meant each time they are said anew. */
const meantEachTime = new Set<Command['type']>([
  'startTimer',
  'extendTimer',
  'gather',
  'startStep',
  'nextStep',
  'backStep',
  'skipStep',
  'changeStep',
  'setMode',
  'undoStep',
])

interface Step {
  command: Command
  waitMs: number
}
const step: fc.Arbitrary<Step> = fc.record({
  command: anyCommand,
  waitMs: fc.oneof(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 3 * 60 * minute })),
})
const meeting = fc.array(step, { maxLength: 40 })

/** Runs a meeting and hands each accepted step to the check. */
function hold(
  steps: readonly Step[],
  check: (
    before: FacilitationState,
    after: FacilitationState,
    step: { command: Command; id: string; nowMs: number; events: AnyEvent[] },
  ) => void,
) {
  let state = initialState('preparation', 'page:one')
  let nowMs = now
  for (const [n, { command, waitMs }] of steps.entries()) {
    nowMs += waitMs
    const id = commandId(n)
    const decision = decide(state, command, context(true, nowMs, id))
    if (!decision.ok) continue
    const events = envelop(state, decision.value, nowMs, id)
    const after = remembering(replay(state, events), { by: moderator, id })
    check(state, after, { command, id, nowMs, events: decision.value })
    state = after
  }
}

/** The state after one more command; the same where it is refused. */
function stepped(state: FacilitationState, command: Command, nowMs: number, n: number): FacilitationState {
  const decision = decide(state, command, context(true, nowMs, commandId(n)))
  const events = decision.ok ? decision.value : []
  return replay(state, envelop(state, events, nowMs, commandId(n)))
}

describe('decide, over whole meetings', () => {
  it('refuses who may not give a command, whatever it is (invariant 1)', () => {
    fc.assert(
      fc.property(meeting, anyCommand, (steps, command) =>
        hold(steps, (_before, after) => {
          expect(decide(after, command, context(false))).toEqual(answer('command_not_allowed'))
        }),
      ),
      { numRuns: 30 },
    )
  })

  it('names only pages that exist (invariant 2)', () => {
    fc.assert(
      fc.property(meeting, (steps) =>
        hold(steps, (_before, after, { events }) => {
          for (const event of events) if ('pageId' in event) expect(pageExists(event.pageId)).toBe(true)
          expect(pageExists(after.place.pageId)).toBe(true)
        }),
      ),
    )
  })

  it('answers a command sent again under its id with no event, whatever has happened since (invariant 3)', () => {
    fc.assert(
      fc.property(meeting, meeting, (first, then) =>
        hold(first, (_before, after, { command, id, nowMs }) => {
          const later = then
            .slice(0, limits.recentCommandsPerMember - 1)
            .reduce((state, step, n) => stepped(state, step.command, nowMs, 1_000 + n), after)
          expect(decide(later, command, context(true, nowMs, id))).toEqual({ ok: true, value: [] })
        }),
      ),
      { numRuns: 30 },
    )
  })

  it('answers a command that would change nothing with no event or a refusal (invariant 3)', () => {
    fc.assert(
      fc.property(meeting, (steps) =>
        hold(steps, (_before, after, { command, nowMs }) => {
          if (meantEachTime.has(command.type)) return
          const again = decide(after, command, context(true, nowMs, commandId(999)))
          expect(again.ok ? again.value : []).toEqual([])
        }),
      ),
    )
  })

  it('yields an event only where the state changes (invariant 3)', () => {
    fc.assert(
      fc.property(meeting, (steps) =>
        hold(steps, (before, after, { command, events }) => {
          if (events.length === 0 || meantEachTime.has(command.type)) return
          const known = { seq: 0, recentCommands: [] }
          expect({ ...after, ...known }).not.toEqual({ ...before, ...known })
        }),
      ),
    )
  })

  it('never leaves more time than the longest timer (invariant 4)', () => {
    fc.assert(
      fc.property(meeting, (steps) =>
        hold(steps, (_before, after, { nowMs }) => {
          expect(remainingMs(after.timer, nowMs) ?? 0).toBeLessThanOrEqual(limits.maxTimerMs)
        }),
      ),
    )
  })

  it('never starts a timer by an extension (invariant 4)', () => {
    fc.assert(
      fc.property(meeting, (steps) =>
        hold(steps, (before, after, { command }) => {
          if (command.type === 'extendTimer') expect(after.timer.status).toBe(before.timer.status)
        }),
      ),
    )
  })

  it('gives exactly the promised time when extending, also after the time is over', () => {
    fc.assert(
      fc.property(meeting, (steps) =>
        hold(steps, (before, after, { command, nowMs }) => {
          if (command.type !== 'extendTimer') return
          const left = Math.max(0, remainingMs(before.timer, nowMs)!)
          expect(remainingMs(after.timer, nowMs)).toBe(left + command.byMs)
        }),
      ),
    )
  })

  it('keeps the time left over a pause, however long', () => {
    fc.assert(
      fc.property(meeting, fc.nat(10 * 60 * minute), (steps, pauseMs) =>
        hold(steps, (before, after, { command, nowMs }) => {
          if (command.type !== 'pauseTimer' || before.timer.status !== 'running') return
          const later = nowMs + pauseMs
          const resumed = decide(after, { type: 'resumeTimer' }, context(true, later, commandId(999)))
          const state = replay(after, envelop(after, resumed.ok ? resumed.value : [], later))
          expect(remainingMs(state.timer, later)).toBe(Math.max(0, remainingMs(before.timer, nowMs)!))
        }),
      ),
    )
  })
})
