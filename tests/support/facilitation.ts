import fc from 'fast-check'
import { newId, type GroupId, type MemberId } from '#shared/base/ids.ts'
import type { Mode } from '#shared/facilitation/step/mode.ts'
import type { Step } from '#shared/facilitation/step/step.ts'
import { limits } from '#shared/base/limits.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { isPassing, type AnyEvent, type Happening } from '#shared/facilitation/events.ts'
import { evolve } from '#shared/facilitation/evolve.ts'
import type { FacilitationState } from '#shared/facilitation/state.ts'
import { reactions } from '#shared/facilitation/reactions/state.ts'
import { phases } from '#shared/workshop/phases.ts'

/** Pages that exist in the facilitation tests; every other page id is unknown. */
export const pageIds = ['page:one', 'page:two', 'page:three'] as const
export const pageExists = (pageId: string) => (pageIds as readonly string[]).includes(pageId)

export const moderator = newId<MemberId>()

/** A command id as a client would choose it. */
export const commandId = (n: number) => `command-number-${n}`

/** Puts events behind a state, numbered and stamped as the server does. */
export function envelop(
  state: FacilitationState,
  events: readonly AnyEvent[],
  at: number,
  command?: string,
): Happening[] {
  let { seq } = state
  return events.map((event) => ({
    seq: isPassing(event) ? seq : ++seq,
    at,
    by: moderator,
    ...(command !== undefined && { command }),
    event,
  }))
}

export function replay(state: FacilitationState, envelopes: readonly Happening[]): FacilitationState {
  return envelopes.reduce(evolve, state)
}

const anyPage = fc.constantFrom(...pageIds, 'page:missing')
const durationMs = fc.oneof(
  fc.integer({ min: 1_000, max: limits.maxTimerMs }),
  fc.constantFrom(1_000, 60_000, limits.maxTimerMs),
)
const area = fc.option(fc.record({ x: fc.integer(), y: fc.integer(), w: fc.nat(), h: fc.nat() }), {
  nil: null,
})

export const modes: readonly Mode[] = [
  { type: 'open' },
  { type: 'silent', authorship: 'named' },
  { type: 'vote', voteId: 'vote-1' },
  { type: 'discuss' },
  { type: 'present', presenter: moderator },
  { type: 'locked' },
]

/** A step as the agenda would hand it over. */
export const stepOf = (change: Partial<Step> = {}): Step => ({
  id: 'one',
  title: 'Ankommen',
  instruction: '',
  plannedMinutes: 10,
  phase: 'problem',
  pageId: 'page:one',
  methodId: null,
  mode: { type: 'open' },
  deadline: null,
  ...change,
})

const anyStepId = fc.constantFrom('one', 'two', 'three')
const anyStep: fc.Arbitrary<Step> = fc.record({
  id: anyStepId,
  title: fc.constant('Ideen sammeln'),
  instruction: fc.constant(''),
  plannedMinutes: fc.integer({ min: 0, max: 60 }),
  phase: fc.constantFrom(...phases),
  pageId: anyPage,
  methodId: fc.constant(null),
  mode: fc.constantFrom(...modes),
  deadline: fc.option(fc.integer({ min: 0 }), { nil: null }),
})
const anyMove = { from: fc.option(anyStepId, { nil: null }), step: anyStep }
const anyMember = fc.constantFrom(moderator, newId<MemberId>())

/** Any command that passes the schema. */
export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: fc.constant('goToPhase' as const), phase: fc.constantFrom(...phases), pageId: anyPage }),
  fc.record({ type: fc.constant('openPage' as const), pageId: anyPage }),
  fc.record({ type: fc.constant('startTimer' as const), durationMs }),
  fc.record({ type: fc.constant('pauseTimer' as const) }),
  fc.record({ type: fc.constant('resumeTimer' as const) }),
  fc.record({ type: fc.constant('extendTimer' as const), byMs: durationMs }),
  fc.record({ type: fc.constant('endTimer' as const) }),
  fc.record({ type: fc.constant('lock' as const) }),
  fc.record({ type: fc.constant('unlock' as const) }),
  fc.record({ type: fc.constant('gather' as const), pageId: anyPage, area }),
  fc.record({ type: fc.constantFrom('startStep' as const, 'nextStep' as const), ...anyMove }),
  fc.record({ type: fc.constantFrom('backStep' as const, 'skipStep' as const), ...anyMove }),
  fc.record({ type: fc.constant('changeStep' as const), step: anyStep }),
  fc.record({
    type: fc.constant('setMode' as const),
    stepId: anyStepId,
    mode: fc.constantFrom(...modes),
  }),
  fc.record({ type: fc.constantFrom('lockPage' as const, 'unlockPage' as const), pageId: anyPage }),
  fc.record({ type: fc.constant('sayToRoom' as const), text: fc.constant('Noch fünf Minuten') }),
  fc.record({ type: fc.constantFrom('clearMessage' as const, 'endSummons' as const) }),
  fc.record({
    type: fc.constant('summon' as const),
    to: fc.constantFrom('own' as const, 'breakout' as const, newId<GroupId>()),
  }),
  fc.record({
    type: fc.constant('concludeStep' as const),
    stepId: anyStepId,
    when: fc.constantFrom('now' as const, 'due' as const),
  }),
  fc.record({ type: fc.constantFrom('endStep' as const, 'undoStep' as const), stepId: anyStepId }),
  fc.record({ type: fc.constantFrom('raiseHand' as const, 'lowerHand' as const) }),
  fc.record({ type: fc.constantFrom('tickOffHand' as const, 'takeDownHand' as const), memberId: anyMember }),
  fc.record({ type: fc.constantFrom('mute' as const, 'unmute' as const), memberId: anyMember }),
  fc.record({ type: fc.constant('react' as const), reaction: fc.constantFrom(...reactions) }),
  fc.record({ type: fc.constant('switchReactions' as const), on: fc.boolean() }),
  fc.record({ type: fc.constant('closeDoor' as const), inside: fc.array(anyMember, { maxLength: 3 }) }),
  fc.record({ type: fc.constant('openDoor' as const) }),
  fc.record({ type: fc.constant('admit' as const), memberId: fc.option(anyMember, { nil: null }) }),
  fc.record({ type: fc.constant('knock' as const), name: fc.constant('Toni Teil') }),
  fc.record({ type: fc.constantFrom('finish' as const, 'unfinish' as const) }),
)
