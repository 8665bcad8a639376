import { limits } from '../../base/limits.ts'

/** Pages on which only the moderation changes anything, whatever step runs there or none; and since when. */
export type PageLocks = readonly { pageId: string; since: number }[]

export const isPageLocked = (locks: PageLocks, id: string): boolean =>
  locks.some(({ pageId }) => pageId === id)

/** Pages whose lock counts for changes at this moment: what was on its way when it came still counts. */
export const lockedPagesAt = (locks: PageLocks, nowMs: number): string[] =>
  locks.filter(({ since }) => nowMs > since + limits.lockGraceMs).map(({ pageId }) => pageId)
