import type { GroupId } from '#shared/base/ids.ts'
import type { StoredEnvelope } from '#shared/facilitation/events.ts'
import type { EventLog } from '#server/ports/event-log.ts'

/** Facilitation events in memory, for tests and try-outs. */
export class MemoryEventLog implements EventLog {
  readonly #events = new Map<GroupId, StoredEnvelope[]>()

  append(groupId: GroupId, envelopes: readonly StoredEnvelope[]): Promise<boolean> {
    const stored = this.#events.get(groupId) ?? []
    const follows = envelopes.every(({ seq }, i) => seq === stored.length + 1 + i)
    if (follows) this.#events.set(groupId, [...stored, ...envelopes])
    return Promise.resolve(follows)
  }

  load(groupId: GroupId): Promise<StoredEnvelope[]> {
    return Promise.resolve([...(this.#events.get(groupId) ?? [])])
  }
}
