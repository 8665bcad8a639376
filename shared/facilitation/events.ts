import type { MemberId } from '../base/ids.ts'
import type { Phase } from '../workshop/phases.ts'
import type { Gathering } from './state.ts'

/** What happened. Appended to the event log in `seq` order, never changed; the raw material of the minutes. */
export interface EventEnvelope {
  /** 1, 2, 3 … per group, without gaps. */
  seq: number
  /** Server time, milliseconds since the Unix epoch. */
  at: number
  by: MemberId
  event: FacilitationEvent
}

export type FacilitationEvent =
  | { type: 'PhaseAdvanced'; phase: Phase; pageId: string }
  | { type: 'PageOpened'; pageId: string }
  | { type: 'TimerStarted'; endsAt: number; plannedMs: number }
  | { type: 'TimerPaused'; remainingMs: number }
  | { type: 'TimerResumed'; endsAt: number }
  | { type: 'TimerExtended'; byMs: number }
  | { type: 'TimerEnded' }
  | { type: 'BoardLocked' }
  | { type: 'BoardUnlocked' }
  | { type: 'EveryoneGathered'; pageId: string; area: Gathering['area'] }
