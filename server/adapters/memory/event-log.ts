import type { GroupId } from '#shared/base/ids.ts'
import { readableEvents, type StoredEnvelope } from '#shared/facilitation/events.ts'
import { noteworthyIn } from '#shared/facilitation/noteworthy.ts'
import { dueChanges } from '#shared/facilitation/step/due.ts'
import type { DueStep, EventLog, Untold } from '#server/ports/event-log.ts'
import { MemoryDisk } from './disk.ts'

/** Facilitation events in memory, for tests and try-outs. */
export class MemoryEventLog implements EventLog {
  readonly #events = new Map<GroupId, StoredEnvelope[]>()
  readonly #untold = new Map<string, Untold>()
  readonly #disk: MemoryDisk

  constructor(disk = new MemoryDisk()) {
    this.#disk = disk
  }

  async append(groupId: GroupId, envelopes: readonly StoredEnvelope[]): Promise<boolean> {
    this.#disk.write()
    const stored = this.#events.get(groupId) ?? []
    const follows = envelopes.every(({ seq }, i) => seq === stored.length + 1 + i)
    if (!follows) return false
    this.#events.set(groupId, [...stored, ...envelopes])
    for (const one of noteworthyIn(readableEvents(envelopes)))
      this.#untold.set(`${groupId} ${one.seq}`, { groupId, ...one })
    return true
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

  async untold(): Promise<Untold[]> {
    return [...this.#untold.values()].sort(
      (a, b) => a.at - b.at || (a.groupId < b.groupId ? -1 : a.groupId > b.groupId ? 1 : a.seq - b.seq),
    )
  }

  async told(these: Parameters<EventLog['told']>[0]): Promise<void> {
    this.#disk.write()
    for (const { groupId, seq } of these) this.#untold.delete(`${groupId} ${seq}`)
  }

  load(groupId: GroupId): Promise<StoredEnvelope[]> {
    return Promise.resolve([...(this.#events.get(groupId) ?? [])])
  }
}
