import { describe, expect, test } from 'vitest'
import { draftIdOf } from '#shared/base/draft-id.ts'
import { newId, type GroupId, type MemberId } from '#shared/base/ids.ts'
import type { StoredEnvelope } from '#shared/facilitation/events.ts'
import type { UpdateLog } from '#server/ports/update-log.ts'
import { whereverItFails } from './disk.ts'
import type { LogsOnDisk } from './logs-on-disk.ts'

/** What every adapter of `DraftVault` promises. */
export function draftVaultContract(name: string, open: () => Promise<LogsOnDisk>): void {
  const bytes = (...values: number[]) => new Uint8Array(values)
  const [jana, tom] = [newId<MemberId>(), newId<MemberId>()]
  const group = newId<GroupId>()
  const draftOf = (memberId: MemberId, stepId = 'step-1') => draftIdOf(group, stepId, memberId)
  const server = newId<MemberId>()
  const revealed = (seq: number): StoredEnvelope => ({
    seq,
    at: 1,
    by: jana,
    event: { type: 'DraftsRevealed' },
  })
  const write = (log: UpdateLog, ...ids: ReturnType<typeof draftOf>[]) =>
    log.append(ids.map((id) => ({ groupId: id, update: bytes(1), newClients: [[7, jana]] })))

  describe(`${name} as draft vault`, () => {
    test('names the drafts of a step, and no others', async () => {
      const { vault, updateLog } = await open()
      await write(updateLog, draftOf(jana), draftOf(tom), draftOf(jana, 'step-10'), draftOf(tom, 'step'))
      expect((await vault.draftsOf(group, 'step-1')).sort()).toEqual([draftOf(jana), draftOf(tom)].sort())
      expect(await vault.draftsOf(newId(), 'step-1')).toEqual([])
    })

    test('stores events and what they bring to light, and removes the drafts', async () => {
      const { vault, updateLog, eventLog } = await open()
      await write(updateLog, draftOf(jana), draftOf(tom), draftOf(tom, 'step-2'))
      const revelation = {
        groupId: group,
        envelopes: [revealed(1)],
        update: bytes(9, 9),
        newClients: [[42, server]] as [number, MemberId][],
        drafts: [draftOf(jana), draftOf(tom)],
      }
      expect(await vault.reveal(revelation)).toBe(true)
      expect(await eventLog.load(group)).toEqual([revealed(1)])
      const stored = await updateLog.load(group)
      expect(stored.updates.map((update) => [...update])).toEqual([[9, 9]])
      expect([...stored.clients]).toEqual([[42, server]])
      expect(await updateLog.load(draftOf(jana))).toEqual({
        updates: [],
        bytesSinceSnapshot: 0,
        clients: new Map(),
      })
      expect(await vault.draftsOf(group, 'step-1')).toEqual([])
      expect(await vault.draftsOf(group, 'step-2')).toEqual([draftOf(tom, 'step-2')])
    })

    test('changes nothing where a number is taken', async () => {
      const { vault, updateLog, eventLog } = await open()
      await write(updateLog, draftOf(jana))
      await eventLog.append(group, [revealed(1)])
      const drafts = [draftOf(jana)]
      const late = { groupId: group, envelopes: [revealed(1)], update: bytes(9), newClients: [], drafts }
      expect(await vault.reveal(late)).toBe(false)
      expect((await updateLog.load(group)).updates).toEqual([])
      expect(await vault.draftsOf(group, 'step-1')).toEqual(drafts)
    })

    test('goes with the group it belongs to', async () => {
      const { vault, updateLog } = await open()
      await write(updateLog, draftOf(jana))
      await updateLog.remove(group)
      expect(await vault.draftsOf(group, 'step-1')).toEqual([])
      expect((await updateLog.load(draftOf(jana))).clients.size).toBe(0)
    })

    /** Where a revelation may leave traces. */
    const look = async ({
      vault,
      updateLog,
      eventLog,
    }: Pick<LogsOnDisk, 'vault' | 'updateLog' | 'eventLog'>) => ({
      drafts: await vault.draftsOf(group, 'step-1'),
      draft: await updateLog.load(draftOf(jana)),
      document: await updateLog.load(group),
      events: await eventLog.load(group),
    })
    const revelation = {
      groupId: group,
      envelopes: [revealed(1)],
      update: bytes(9, 9),
      newClients: [[42, server]] as [number, MemberId][],
      drafts: [draftOf(jana), draftOf(tom)],
    }

    test('what the disk refuses, wherever, is not revealed at all, and can be revealed afterwards', async () => {
      const logs = await open()
      await write(logs.updateLog, draftOf(jana), draftOf(tom))
      await whereverItFails(
        logs.disk,
        () => logs.vault.reveal(revelation),
        () => look(logs),
      )
      expect(await logs.vault.draftsOf(group, 'step-1')).toEqual([])
      expect((await logs.updateLog.load(group)).updates).toHaveLength(1)
    })

    test('drafts and what was revealed of them are there again when it is opened anew', async () => {
      const logs = await open()
      await write(logs.updateLog, draftOf(jana), draftOf(tom), draftOf(tom, 'step-2'))
      await logs.vault.reveal(revelation)
      const again = await logs.reopened()
      expect(await again.vault.draftsOf(group, 'step-2')).toEqual([draftOf(tom, 'step-2')])
      expect(await again.vault.draftsOf(group, 'step-1')).toEqual([])
      expect(await again.eventLog.load(group)).toEqual([revealed(1)])
    })

    test('of two who reveal at once one does, and it is brought to light once', async () => {
      const logs = await open()
      await write(logs.updateLog, draftOf(jana), draftOf(tom))
      const vaults = [logs.vault, (await logs.beside()).vault]
      const answers = await Promise.all(vaults.map((vault) => vault.reveal(revelation)))
      expect(answers.sort()).toEqual([false, true])
      expect((await logs.updateLog.load(group)).updates).toHaveLength(1)
      expect(await logs.eventLog.load(group)).toHaveLength(1)
    })
  })
}
