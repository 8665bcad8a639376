import type { Timer } from './state.ts'
import { unreachable } from '../../base/result.ts'

/** Milliseconds left at server time `nowMs`; negative once the time is over; null when no timer is set. */
export function remainingMs(timer: Timer, nowMs: number): number | null {
  switch (timer.status) {
    case 'idle':
      return null
    case 'running':
      return timer.endsAt - nowMs
    case 'paused':
      return timer.remainingMs
    default:
      return unreachable(timer)
  }
}
