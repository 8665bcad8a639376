import type { Evolvers } from '../topic.ts'
import type { PageLockEvent } from './events.ts'
import { isPageLocked, type PageLocks } from './locked.ts'

export const evolvePageLocks: Evolvers<PageLocks, PageLockEvent> = {
  PageLocked: (locks, { pageId }, { at }) =>
    isPageLocked(locks, pageId) ? locks : [...locks, { pageId, since: at }],
  PageUnlocked: (locks, { pageId }) => locks.filter((lock) => lock.pageId !== pageId),
}
