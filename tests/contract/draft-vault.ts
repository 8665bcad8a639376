import { describe, expect, test } from 'vitest'
import { draftIdOf } from '#shared/base/draft-id.ts'
import { newId, type GroupId, type MemberId } from '#shared/base/ids.ts'
import type { StoredEnvelope } from '#shared/facilitation/events.ts'
import type { DraftVault } from '#server/ports/draft-vault.ts'
import type { EventLog } from '#server/ports/event-log.ts'
import type { UpdateLog } from '#server/ports/update-log.ts'

export interface VaultWithLogs {
  vault: DraftVault
  updateLog: UpdateLog
  eventLog: EventLog
}

/** What every adapter of `DraftVault` promises. `open` answers fresh, empty logs. */
export function draftVaultContract(name: string, open: () => Promise<VaultWithLogs>): void {
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
  })
}
