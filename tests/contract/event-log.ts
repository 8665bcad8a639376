import { describe, expect, test } from 'vitest'
import { newId, type GroupId } from '#shared/base/ids.ts'
import type { EventEnvelope } from '#shared/facilitation/events.ts'
import { whereverItFails } from './disk.ts'
import { stepOf } from '#tests/support/facilitation.ts'
import type { LogsOnDisk } from './logs-on-disk.ts'

/** What every adapter of `EventLog` promises. */
export function eventLogContract(name: string, open: () => Promise<LogsOnDisk>): void {
  const locked = (seq: number, at = 1_000): EventEnvelope => ({
    seq,
    at,
    by: newId(),
    event: { type: 'BoardLocked' },
  })

  describe(`${name} as event log`, () => {
    test('events come back by rising sequence number, each group its own', async () => {
      const { eventLog: log } = await open()
      const group = newId<GroupId>()
      const events = [locked(1), locked(2), locked(3)]
      expect(await log.append(group, events.slice(0, 2))).toBe(true)
      expect(await log.append(group, events.slice(2))).toBe(true)
      expect(await log.load(group)).toEqual(events)
      expect(await log.load(newId())).toEqual([])
    })

    test('of two who want the same number one wins, and of the other nothing is stored', async () => {
      const { eventLog: log } = await open()
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
      const { eventLog: log } = await open()
      const group = newId<GroupId>()
      expect(await log.append(group, [locked(2)])).toBe(false)
      expect(await log.load(group)).toEqual([])
    })

    test('an append that the disk refuses, wherever, leaves nothing of itself, and the next one is stored', async () => {
      const { eventLog: log, disk } = await open()
      const group = newId<GroupId>()
      await log.append(group, [locked(1)])
      await whereverItFails(
        disk,
        () => log.append(group, [locked(2), locked(3), locked(4)]),
        () => log.load(group),
      )
      expect((await log.load(group)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
    })

    test('events are there again when it is opened anew, and go on after the last one', async () => {
      const logs = await open()
      const group = newId<GroupId>()
      const events = [locked(1), locked(2)]
      await logs.eventLog.append(group, events)
      const { eventLog: log } = await logs.reopened()
      expect(await log.load(group)).toEqual(events)
      expect(await log.append(group, [locked(2)])).toBe(false)
      expect(await log.append(group, [locked(3)])).toBe(true)
    })

    test('of two writers who go on at once each number is taken by one, without a gap', async () => {
      const logs = await open()
      const writers = [logs.eventLog, (await logs.beside()).eventLog]
      const group = newId<GroupId>()
      for (let seq = 1; seq <= 20; seq++) {
        const answers = await Promise.all(writers.map((log, at) => log.append(group, [locked(seq, at)])))
        expect(answers.filter(Boolean)).toHaveLength(1)
      }
      expect((await writers[1]!.load(group)).map(({ seq }) => seq)).toEqual(
        Array.from({ length: 20 }, (_, n) => n + 1),
      )
    })

    describe('steps that run until a deadline', () => {
      const began = (seq: number, id: string, deadline: number | null): EventEnvelope => ({
        ...locked(seq),
        event: { type: 'StepStarted', step: stepOf({ id, deadline }), how: 'start', former: null },
      })
      const ended = (seq: number, stepId: string): EventEnvelope => ({
        ...locked(seq),
        event: { type: 'StepEnded', stepId },
      })

      test('are known with the events, of all groups, by deadline, and after a restart', async () => {
        const logs = await open()
        const [here, there] = [newId<GroupId>(), newId<GroupId>()]
        await logs.eventLog.append(here, [began(1, 'late', 300), began(2, 'together', null)])
        await logs.eventLog.append(there, [began(1, 'early', 100)])
        const changed: EventEnvelope = {
          ...locked(3),
          event: { type: 'StepChanged', step: stepOf({ id: 'late', deadline: 200 }) },
        }
        await logs.eventLog.append(here, [changed])
        const due = [
          { groupId: there, stepId: 'early', at: 100 },
          { groupId: here, stepId: 'late', at: 200 },
        ]
        expect(await logs.eventLog.due()).toEqual(due)
        expect(await (await logs.reopened()).eventLog.due()).toEqual(due)
      })

      test('are due no more once they end, by revealing too', async () => {
        const { eventLog: log, vault, disk } = await open()
        const group = newId<GroupId>()
        await log.append(group, [began(1, 'one', 100), began(2, 'two', 200), began(3, 'three', 300)])
        await whereverItFails(
          disk,
          () => log.append(group, [ended(4, 'one')]),
          () => log.due(),
        )
        const revelation = { groupId: group, update: null, newClients: [], drafts: [] }
        await vault.reveal({ ...revelation, envelopes: [ended(5, 'two')] })
        expect((await log.due()).map(({ stepId }) => stepId)).toEqual(['three'])
        expect(await log.append(group, [ended(5, 'three')])).toBe(false)
        expect(await log.due()).toHaveLength(1)
      })
    })

    describe('what has to be told outside', () => {
      const ended = (seq: number, at: number): EventEnvelope => ({
        ...locked(seq, at),
        event: { type: 'StepEnded', stepId: `step-${seq}` },
      })

      test('is known with the events, in the order of time, until it is told, and after a restart', async () => {
        const logs = await open()
        const [here, there] = [newId<GroupId>(), newId<GroupId>()]
        await whereverItFails(
          logs.disk,
          () => logs.eventLog.append(here, [locked(1), ended(2, 300)]),
          () => logs.eventLog.untold(),
        )
        await logs.eventLog.append(there, [ended(1, 100)])
        expect(await logs.eventLog.append(there, [ended(1, 100)])).toBe(false)
        const early = { groupId: there, seq: 1, at: 100, type: 'stepEnded', subjectId: 'step-1' }
        const late = { groupId: here, seq: 2, at: 300, type: 'stepEnded', subjectId: 'step-2' }
        expect(await logs.eventLog.untold()).toEqual([early, late])
        await logs.eventLog.told([{ groupId: there, seq: 1 }])
        await logs.eventLog.told([{ groupId: there, seq: 1 }])
        expect(await (await logs.reopened()).eventLog.untold()).toEqual([late])
      })
    })
  })
}
