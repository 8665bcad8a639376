import type { GroupId } from '#shared/base/ids.ts'
import type { StoredEnvelope } from '#shared/facilitation/events.ts'
import type { DueStep, EventLog, Untold } from '#server/ports/event-log.ts'
import type { StorageThread } from './update-log-thread.ts'

/** Facilitation events in SQLite; shares the storage thread with the documents, and so the order of writing. */
export class SqliteEventLog implements EventLog {
  readonly #thread: StorageThread

  constructor(thread: StorageThread) {
    this.#thread = thread
  }

  append(groupId: GroupId, envelopes: readonly StoredEnvelope[]): Promise<boolean> {
    return this.#thread.call('appendEvents', groupId, envelopes)
  }

  load(groupId: GroupId): Promise<StoredEnvelope[]> {
    return this.#thread.call('events', groupId)
  }

  due(): Promise<DueStep[]> {
    return this.#thread.call('due')
  }

  untold(): Promise<Untold[]> {
    return this.#thread.call('untold')
  }

  told(these: Parameters<EventLog['told']>[0]): Promise<void> {
    return this.#thread.call('told', these)
  }
}
