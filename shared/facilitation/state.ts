import type { MemberId } from '../base/ids.ts'
import type { Phase } from '../workshop/phases.ts'

/**
 * What moderators have decided for one room. Exists once, on the server; clients hold a copy that follows the events.
 * Times are server times in milliseconds since the Unix epoch.
 */
export interface FacilitationState {
  /** Sequence number of the last event applied; 0 before the first. */
  seq: number
  phase: Phase
  /** Record id of the board page that the room works on. */
  pageId: string
  timer: Timer
  lock: Lock
  /** The last "alle zu mir holen", so that late joiners land at the same place. */
  gathering: Gathering | null
}

/** A deadline, computed and never ticking: every screen subtracts its own estimate of the server's clock. */
export type Timer =
  | { status: 'idle' }
  | { status: 'running'; endsAt: number; plannedMs: number }
  | { status: 'paused'; remainingMs: number; plannedMs: number }

export type Lock = { status: 'open' } | { status: 'locked'; since: number }

export interface Gathering {
  by: MemberId
  at: number
  pageId: string
  /** Part of the page to show, in page coordinates; null for the list view's whole page. */
  area: { x: number; y: number; w: number; h: number } | null
}

export function initialState(phase: Phase, pageId: string): FacilitationState {
  return { seq: 0, phase, pageId, timer: { status: 'idle' }, lock: { status: 'open' }, gathering: null }
}
