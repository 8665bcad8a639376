import { unreachable } from '../../base/result.ts'
import type { Evolvers } from '../topic.ts'
import type { TimerEvent } from './events.ts'
import type { Timer } from './state.ts'

export const evolveTimer: Evolvers<Timer, TimerEvent> = {
  TimerStarted: (_timer, { endsAt, plannedMs }) => ({ status: 'running', endsAt, plannedMs }),
  TimerPaused: (timer, { remainingMs }) =>
    timer.status === 'running' ? { status: 'paused', remainingMs, plannedMs: timer.plannedMs } : timer,
  TimerResumed: (timer, { endsAt }) =>
    timer.status === 'paused' ? { status: 'running', endsAt, plannedMs: timer.plannedMs } : timer,
  TimerExtended: (timer, { byMs }) => extended(timer, byMs),
  TimerEnded: () => ({ status: 'idle' }),
  TimerRestored: (_timer, { timer }) => timer,
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
