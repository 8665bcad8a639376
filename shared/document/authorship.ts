import type { MemberId } from '../base/ids.ts'

/**
 * Who a card is by, stated when it is written and never changed. `anonymous` holds nothing to tell by: the promise
 * also covers history and exports.
 */
export type Authorship =
  | { as: 'named'; memberId: MemberId; name: string; organisation: string }
  | { as: 'organisation'; organisation: string }
  | { as: 'anonymous' }

/** How far a card has come: Entwurf, abgestimmt, Endfassung. Says nothing about who may see it. */
export const statuses = ['draft', 'agreed', 'final'] as const
export type Status = (typeof statuses)[number]

/** What the last one was called before 0.2, in documents, files and pages that are still open. */
export const formerFinal = 'released'

/** The status that a stored value means; null for what never was one. */
export function statusFrom(stored: unknown): Status | null {
  if (stored === formerFinal) return 'final'
  return statuses.find((status) => status === stored) ?? null
}
