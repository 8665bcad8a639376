import { draftsPrefix } from '#shared/base/draft-id.ts'
import type { DraftId, GroupId } from '#shared/base/ids.ts'
import type { DraftVault, Revelation } from '#server/ports/draft-vault.ts'
import type { MemoryEventLog } from './event-log.ts'
import type { MemoryUpdateLog } from './update-log.ts'

/** Silent drafts in memory, for tests and try-outs. */
export class MemoryDraftVault implements DraftVault {
  readonly #updateLog: MemoryUpdateLog
  readonly #eventLog: MemoryEventLog

  constructor(updateLog: MemoryUpdateLog, eventLog: MemoryEventLog) {
    this.#updateLog = updateLog
    this.#eventLog = eventLog
  }

  draftsOf(groupId: GroupId, stepId: string): Promise<DraftId[]> {
    return Promise.resolve(this.#updateLog.idsFrom(draftsPrefix(groupId, stepId)) as DraftId[])
  }

  async reveal({ groupId, envelopes, update, newClients, drafts }: Revelation): Promise<boolean> {
    if (!(await this.#eventLog.append(groupId, envelopes))) return false
    if (update) await this.#updateLog.append([{ groupId, update, newClients }])
    this.#updateLog.forget(drafts)
    return true
  }
}
