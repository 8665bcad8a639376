import { accepted, refused } from '../../base/result.ts'
import type { Deciders } from '../topic.ts'
import type { PageLockCommand } from './commands.ts'
import type { PageLockEvent } from './events.ts'
import { isPageLocked, type PageLocks } from './locked.ts'

/** No lock names a page that does not exist; one that is gone can still be taken off. */
export const decidePageLocks: Deciders<PageLockCommand, { pageLocks: PageLocks }, PageLockEvent> = {
  lockPage: ({ pageLocks }, { pageId }, { pageExists }) => {
    if (!pageExists(pageId)) return refused('page_unknown')
    return accepted(isPageLocked(pageLocks, pageId) ? [] : [{ type: 'PageLocked', pageId }])
  },
  unlockPage: ({ pageLocks }, { pageId }) =>
    accepted(isPageLocked(pageLocks, pageId) ? [{ type: 'PageUnlocked', pageId }] : []),
}
