import fc from 'fast-check'
import type { MemberId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { EventEnvelope, FacilitationEvent } from '#shared/facilitation/events.ts'
import { evolve } from '#shared/facilitation/evolve.ts'
import type { FacilitationState } from '#shared/facilitation/state.ts'
import { phases } from '#shared/workshop/phases.ts'

/** Pages that exist in the facilitation tests; every other page id is unknown. */
export const pageIds = ['page:one', 'page:two', 'page:three'] as const
export const pageExists = (pageId: string) => (pageIds as readonly string[]).includes(pageId)

export const moderator = 'moderator' as MemberId

/** A command id as a client would choose it. */
export const commandId = (n: number) => `command-number-${n}`

/** Puts events behind a state, numbered and stamped as the server does. */
export function envelop(
  state: FacilitationState,
  events: readonly FacilitationEvent[],
  at: number,
  command?: string,
): EventEnvelope[] {
  return events.map((event, i) => ({
    seq: state.seq + 1 + i,
    at,
    by: moderator,
    ...(command !== undefined && { command }),
    event,
  }))
}

export function replay(state: FacilitationState, envelopes: readonly EventEnvelope[]): FacilitationState {
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
)
