import { isId, type MemberId } from '../base/ids.ts'

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

/**
 * Authorship with nothing beside what it promises: everything else that is stored with it is dropped, so that an
 * anonymous card stays anonymous. Null for what is none.
 */
export function authorshipFrom(stored: unknown): Authorship | null {
  if (typeof stored !== 'object' || stored === null) return null
  const { as, memberId, name, organisation } = stored as Record<string, unknown>
  if (as === 'anonymous') return { as }
  if (typeof organisation !== 'string') return null
  if (as === 'organisation') return { as, organisation }
  if (as !== 'named' || !isId(memberId) || typeof name !== 'string') return null
  return { as, memberId: memberId as MemberId, name, organisation }
}
