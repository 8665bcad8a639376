import { accepted, refused } from '../../base/result.ts'
import { limits } from '../../base/limits.ts'
import type { Deciders } from '../topic.ts'
import type { TimerCommand } from './commands.ts'
import type { TimerEvent } from './events.ts'
import { remainingMs } from './remaining.ts'
import type { Timer } from './state.ts'

/** The time left never exceeds `limits.maxTimerMs`, and an extension never starts a timer. */
export const decideTimer: Deciders<TimerCommand, { timer: Timer }, TimerEvent> = {
  startTimer: (_state, { durationMs }, { nowMs }) =>
    accepted([{ type: 'TimerStarted', endsAt: nowMs + durationMs, plannedMs: durationMs }]),

  pauseTimer: ({ timer }, _command, { nowMs }) => {
    if (timer.status === 'paused') return accepted([])
    if (timer.status === 'idle') return refused('timer_not_running')
    return accepted([{ type: 'TimerPaused', remainingMs: Math.max(0, timer.endsAt - nowMs) }])
  },

  resumeTimer: ({ timer }, _command, { nowMs }) => {
    if (timer.status === 'running') return accepted([])
    if (timer.status === 'idle') return refused('timer_not_paused')
    return accepted([{ type: 'TimerResumed', endsAt: nowMs + timer.remainingMs }])
  },

  /** After the time is over, "one more minute" counts from now, not from a deadline long past. */
  extendTimer: ({ timer }, { byMs }, { nowMs }) => {
    const left = remainingMs(timer, nowMs)
    if (left === null) return refused('timer_not_running')
    if (left + byMs > limits.maxTimerMs) return refused('timer_too_long')
    return accepted([{ type: 'TimerExtended', byMs: byMs + Math.max(0, -left) }])
  },

  endTimer: ({ timer }) => accepted(timer.status === 'idle' ? [] : [{ type: 'TimerEnded' }]),
}
