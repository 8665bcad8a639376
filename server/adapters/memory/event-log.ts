import type { GroupId } from '#shared/base/ids.ts'
import { readableEvents, type StoredEnvelope } from '#shared/facilitation/events.ts'
import { dueChanges } from '#shared/facilitation/step/due.ts'
import type { DueStep, EventLog } from '#server/ports/event-log.ts'
import { MemoryDisk } from './disk.ts'

/** Facilitation events in memory, for tests and try-outs. */
export class MemoryEventLog implements EventLog {
  readonly #events = new Map<GroupId, StoredEnvelope[]>()
  readonly #disk: MemoryDisk

  constructor(disk = new MemoryDisk()) {
    this.#disk = disk
  }

  async append(groupId: GroupId, envelopes: readonly StoredEnvelope[]): Promise<boolean> {
    this.#disk.write()
    const stored = this.#events.get(groupId) ?? []
    const follows = envelopes.every(({ seq }, i) => seq === stored.length + 1 + i)
    if (follows) this.#events.set(groupId, [...stored, ...envelopes])
    return follows
  }

  async due(): Promise<DueStep[]> {
    const steps = [...this.#events].flatMap(([groupId, stored]) =>
      Array.from(dueChanges(readableEvents(stored).map(({ event }) => event)), ([stepId, at]) => ({
        groupId,
        stepId,
        at,
      })),
    )
    return steps.filter((step): step is DueStep => step.at !== null).sort((a, b) => a.at - b.at)
  }

  load(groupId: GroupId): Promise<StoredEnvelope[]> {
    return Promise.resolve([...(this.#events.get(groupId) ?? [])])
  }
}
