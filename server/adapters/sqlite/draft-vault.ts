import type { DraftId, GroupId } from '#shared/base/ids.ts'
import type { DraftVault, Revelation } from '#server/ports/draft-vault.ts'
import type { StorageThread } from './update-log-thread.ts'

/** How often it is tried to empty the write-ahead log while others read in it, before the next start does it. */
const ERASING_ATTEMPTS = 5

/** Silent drafts in SQLite; shares the storage thread with the documents, and so the order of writing. */
export class SqliteDraftVault implements DraftVault {
  readonly #thread: StorageThread

  constructor(thread: StorageThread) {
    this.#thread = thread
  }

  draftsOf(groupId: GroupId, stepId: string): Promise<DraftId[]> {
    return this.#thread.call('draftsOf', groupId, stepId)
  }

  async reveal(revelation: Revelation): Promise<boolean> {
    const isRevealed = await this.#thread.call('reveal', revelation)
    if (isRevealed) await this.#erase()
    return isRevealed
  }

  /** What is revealed stays revealed, whatever becomes of this. */
  async #erase(): Promise<void> {
    for (let attempt = 0; attempt < ERASING_ATTEMPTS; attempt++) {
      const isErased = await this.#thread.call('eraseTraces').catch(() => false)
      if (isErased) return
    }
  }
}
