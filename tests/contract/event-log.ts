import { describe, expect, test } from 'vitest'
import { newId, type GroupId } from '#shared/base/ids.ts'
import type { EventEnvelope } from '#shared/facilitation/events.ts'
import type { EventLog } from '#server/ports/event-log.ts'

/** What every adapter of `EventLog` promises. `open` answers a fresh, empty log. */
export function eventLogContract(name: string, open: () => Promise<EventLog>): void {
  const locked = (seq: number, at = 1_000): EventEnvelope => ({
    seq,
    at,
    by: newId(),
    event: { type: 'BoardLocked' },
  })

  describe(`${name} as event log`, () => {
    test('events come back by rising sequence number, each group its own', async () => {
      const log = await open()
      const group = newId<GroupId>()
      const events = [locked(1), locked(2), locked(3)]
      expect(await log.append(group, events.slice(0, 2))).toBe(true)
      expect(await log.append(group, events.slice(2))).toBe(true)
      expect(await log.load(group)).toEqual(events)
      expect(await log.load(newId())).toEqual([])
    })

    test('of two who want the same number one wins, and of the other nothing is stored', async () => {
      const log = await open()
      const group = newId<GroupId>()
      const winner = locked(1)
      const answers = await Promise.all([
        log.append(group, [winner]),
        log.append(group, [locked(1, 2_000), locked(2, 2_000)]),
      ])
      expect(answers).toEqual([true, false])
      expect(await log.load(group)).toEqual([winner])
    })

    test('a number that leaves a gap is not taken', async () => {
      const log = await open()
      const group = newId<GroupId>()
      expect(await log.append(group, [locked(2)])).toBe(false)
      expect(await log.load(group)).toEqual([])
    })
  })
}
