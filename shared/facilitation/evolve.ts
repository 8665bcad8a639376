import { unreachable } from '../base/result.ts'
import type { EventEnvelope } from './events.ts'
import type { FacilitationState, Timer } from './state.ts'

/** The state after an event. Total: an event that no longer fits (an old log) leaves the timer as it was. */
export function evolve(state: FacilitationState, { seq, at, by, event }: EventEnvelope): FacilitationState {
  const next = { ...state, seq }
  switch (event.type) {
    case 'PhaseAdvanced':
      return { ...next, phase: event.phase, pageId: event.pageId, gathering: null }
    case 'PageOpened':
      return { ...next, pageId: event.pageId, gathering: null }
    case 'TimerStarted':
      return { ...next, timer: { status: 'running', endsAt: event.endsAt, plannedMs: event.plannedMs } }
    case 'TimerPaused':
      return { ...next, timer: paused(state.timer, event.remainingMs) }
    case 'TimerResumed':
      return { ...next, timer: resumed(state.timer, event.endsAt) }
    case 'TimerExtended':
      return { ...next, timer: extended(state.timer, event.byMs) }
    case 'TimerEnded':
      return { ...next, timer: { status: 'idle' } }
    case 'BoardLocked':
      return { ...next, lock: { status: 'locked', since: at } }
    case 'BoardUnlocked':
      return { ...next, lock: { status: 'open' } }
    case 'EveryoneGathered':
      return { ...next, pageId: event.pageId, gathering: { by, at, pageId: event.pageId, area: event.area } }
    default:
      return unreachable(event)
  }
}

function paused(timer: Timer, remainingMs: number): Timer {
  return timer.status === 'running' ? { status: 'paused', remainingMs, plannedMs: timer.plannedMs } : timer
}

function resumed(timer: Timer, endsAt: number): Timer {
  return timer.status === 'paused' ? { status: 'running', endsAt, plannedMs: timer.plannedMs } : timer
}

function extended(timer: Timer, byMs: number): Timer {
  switch (timer.status) {
    case 'running':
      return { ...timer, endsAt: timer.endsAt + byMs, plannedMs: timer.plannedMs + byMs }
    case 'paused':
      return { ...timer, remainingMs: timer.remainingMs + byMs, plannedMs: timer.plannedMs + byMs }
    case 'idle':
      return timer
    default:
      return unreachable(timer)
  }
}
