import { accepted, refused, unreachable, type Result } from '../base/result.ts'
import { limits } from '../base/limits.ts'
import type { ErrorCode } from '../errors/catalogue.ts'
import type { Command } from './commands.ts'
import type { FacilitationEvent } from './events.ts'
import type { FacilitationState } from './state.ts'
import { remainingMs } from './timer.ts'

/** What a decision may know beside the state. */
export interface DecisionContext {
  /** Whether the actor holds `room.facilitate` here. */
  mayFacilitate: boolean
  /** Server time, milliseconds since the Unix epoch. */
  nowMs: number
  pageExists: (pageId: string) => boolean
}

type Decision = Result<FacilitationEvent[], ErrorCode>

/**
 * Decides a command; touches nothing. Invariants (cited by the tests):
 * 1. Who may not facilitate is refused, whatever the command.
 * 2. No event names a page that does not exist.
 * 3. A command that would change nothing yields no event, so sending it twice does no harm.
 * 4. The time left never exceeds `limits.maxTimerMs` and an extension never starts a timer.
 */
export function decide(state: FacilitationState, command: Command, context: DecisionContext): Decision {
  if (!context.mayFacilitate) return refused('command_not_allowed')
  switch (command.type) {
    case 'goToPhase':
      if (!context.pageExists(command.pageId)) return refused('page_unknown')
      if (command.phase === state.phase && command.pageId === state.pageId) return accepted([])
      return accepted([{ type: 'PhaseAdvanced', phase: command.phase, pageId: command.pageId }])
    case 'openPage':
      if (!context.pageExists(command.pageId)) return refused('page_unknown')
      if (command.pageId === state.pageId) return accepted([])
      return accepted([{ type: 'PageOpened', pageId: command.pageId }])
    case 'startTimer':
      return accepted([
        { type: 'TimerStarted', endsAt: context.nowMs + command.durationMs, plannedMs: command.durationMs },
      ])
    case 'pauseTimer':
      return pause(state, context.nowMs)
    case 'resumeTimer':
      return resume(state, context.nowMs)
    case 'extendTimer':
      return extend(state, command.byMs, context.nowMs)
    case 'endTimer':
      return accepted(state.timer.status === 'idle' ? [] : [{ type: 'TimerEnded' }])
    case 'lock':
      return accepted(state.lock.status === 'locked' ? [] : [{ type: 'BoardLocked' }])
    case 'unlock':
      return accepted(state.lock.status === 'open' ? [] : [{ type: 'BoardUnlocked' }])
    case 'gather':
      if (!context.pageExists(command.pageId)) return refused('page_unknown')
      return accepted([{ type: 'EveryoneGathered', pageId: command.pageId, area: command.area }])
    default:
      return unreachable(command)
  }
}

function pause({ timer }: FacilitationState, nowMs: number): Decision {
  if (timer.status === 'paused') return accepted([])
  if (timer.status === 'idle') return refused('timer_not_running')
  return accepted([{ type: 'TimerPaused', remainingMs: Math.max(0, timer.endsAt - nowMs) }])
}

function resume({ timer }: FacilitationState, nowMs: number): Decision {
  if (timer.status === 'running') return accepted([])
  if (timer.status === 'idle') return refused('timer_not_paused')
  return accepted([{ type: 'TimerResumed', endsAt: nowMs + timer.remainingMs }])
}

/** After the time is over, "one more minute" counts from now, not from a deadline long past. */
function extend({ timer }: FacilitationState, byMs: number, nowMs: number): Decision {
  const left = remainingMs(timer, nowMs)
  if (left === null) return refused('timer_not_running')
  if (left + byMs > limits.maxTimerMs) return refused('timer_too_long')
  return accepted([{ type: 'TimerExtended', byMs: byMs + Math.max(0, -left) }])
}
