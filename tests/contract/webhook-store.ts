import { beforeEach, describe, expect, it } from 'vitest'
import { newId, type AccountId, type GroupId, type WebhookId, type WorkshopId } from '#shared/base/ids.ts'
import type { Happened, Webhook, WebhookStore } from '#server/ports/webhook-store.ts'
import { whereverItFails, type TestDisk } from './disk.ts'

interface Setting {
  store: WebhookStore
  /** Two accounts; both are in the first workshop, nobody is in the second, the first is in the rehearsal of the first. */
  accountIds: readonly [AccountId, AccountId]
  workshopIds: readonly [WorkshopId, WorkshopId]
  rehearsalId: WorkshopId
  disk: TestDisk
  reopened: () => Promise<WebhookStore>
}

export const webhookOf = (accountId: AccountId, more: Partial<Webhook> = {}): Webhook => ({
  id: newId<WebhookId>(),
  accountId,
  workshopId: null,
  name: 'Ratsinformationssystem',
  url: 'https://rat.example.org/hooks?stelle=7',
  kinds: ['minutes.released', 'vote.counted'],
  createdAt: 1_000,
  pausedAt: null,
  secretRound: 1,
  secretSince: 1_000,
  ...more,
})

/** What every store of webhooks promises. */
export function describeWebhookStore(name: string, open: () => Promise<Setting>): void {
  describe(`webhooks: ${name}`, () => {
    let setting: Setting
    let store: WebhookStore
    let mine: AccountId
    let yours: AccountId
    let here: WorkshopId
    let elsewhere: WorkshopId
    beforeEach(async () => {
      setting = await open()
      store = setting.store
      ;[mine, yours] = setting.accountIds
      ;[here, elsewhere] = setting.workshopIds
    })
    const counted = (more: Partial<Happened> = {}): Happened => ({
      kind: 'vote.counted',
      workshopId: here,
      groupId: newId<GroupId>(),
      subjectId: 'abstimmung',
      at: 5_000,
      ...more,
    })
    const waiting = async (webhook: Webhook) => (await store.deliveriesOf(webhook.id, 9)).length

    it('are listed newest first to their own account, and there after a restart', async () => {
      const [early, late] = [webhookOf(mine), webhookOf(mine, { createdAt: 2_000, workshopId: here })]
      for (const one of [early, late]) expect(await store.add(one, 2)).toBe(true)
      expect(await store.add(webhookOf(mine), 2)).toBe(false)
      expect(await store.add(webhookOf(yours), 2)).toBe(true)
      expect(await store.webhooksOf(mine)).toEqual([late, early])
      store = await setting.reopened()
      expect(await store.webhook(late.id)).toEqual(late)
      expect(await store.webhook(newId())).toBeNull()
    })

    it('are changed and removed by their account alone', async () => {
      const webhook = webhookOf(mine)
      await store.add(webhook, 9)
      expect(await store.pause(yours, webhook.id, 3_000)).toBe(false)
      expect(await store.renewSecret(yours, webhook.id, 3_000)).toBeNull()
      await store.remove(yours, webhook.id)
      expect(await store.webhook(webhook.id)).toEqual(webhook)
      expect(await store.pause(mine, webhook.id, 3_000)).toBe(true)
      const renewed = await store.renewSecret(mine, webhook.id, 4_000)
      expect(renewed).toEqual({ ...webhook, pausedAt: 3_000, secretRound: 2, secretSince: 4_000 })
      await store.remove(mine, webhook.id)
      await store.remove(mine, webhook.id)
      expect(await store.webhooksOf(mine)).toEqual([])
    })

    it('are told what they asked for, of workshops in which their account is, once', async () => {
      const [all, one, other, another] = [
        webhookOf(mine),
        webhookOf(mine, { workshopId: here }),
        webhookOf(mine, { workshopId: elsewhere }),
        webhookOf(yours, { kinds: ['workshop.deleted'] }),
      ]
      for (const webhook of [all, one, other, another]) await store.add(webhook, 9)
      const happened = counted()
      await store.queue(happened, 'gruppe.7')
      await store.queue(happened, 'gruppe.7')
      await store.queue(counted({ workshopId: elsewhere }), 'gruppe.8')
      const [delivery, ...more] = await store.deliveriesOf(all.id, 9)
      const fresh = { attempts: 0, dueAt: 0, outcome: null, status: null }
      expect(delivery).toEqual({ ...happened, ...fresh, id: delivery!.id, webhookId: all.id })
      expect(more).toEqual([])
      expect([await waiting(one), await waiting(other), await waiting(another)]).toEqual([1, 0, 0])
    })

    it('are not told what happens in rehearsals', async () => {
      const webhook = webhookOf(mine)
      await store.add(webhook, 9)
      await store.queue(counted({ workshopId: setting.rehearsalId }), 'probe.1')
      await store.queue(counted(), 'gruppe.1')
      expect((await store.deliveriesOf(webhook.id, 9)).map(({ workshopId }) => workshopId)).toEqual([here])
    })

    it('are not told what happens while they are paused, and hear afterwards what waited', async () => {
      const webhook = webhookOf(mine)
      await store.add(webhook, 9)
      await store.queue(counted(), 'vorher')
      await store.pause(mine, webhook.id, 6_000)
      await store.queue(counted({ at: 7_000 }), 'inzwischen')
      expect(await store.due(9_000, 9)).toEqual([])
      await store.pause(mine, webhook.id, null)
      expect((await store.due(9_000, 9)).map(({ at }) => at)).toEqual([5_000])
    })

    it('hand out of each what is due longest, and put it off for one who asks', async () => {
      const webhook = webhookOf(mine)
      await store.add(webhook, 9)
      await store.queue(counted({ at: 2 }), 'zwei')
      await store.queue(counted({ at: 1 }), 'eins')
      const [first, ...more] = await store.due(10, 9)
      expect([first!.at, more]).toEqual([1, []])
      expect(await store.begin(first!.id, 0, 500)).toBe(true)
      expect(await store.begin(first!.id, 0, 900)).toBe(false)
      const [second] = await store.due(10, 9)
      expect(second!.at).toBe(2)
      expect(await store.begin(second!.id, 0, 900)).toBe(true)
      expect(await store.due(10, 9)).toEqual([])
      store = await setting.reopened()
      expect(await store.due(500, 9)).toEqual([{ ...first, attempts: 1, dueAt: 500 }])
      await store.end(first!.id, { outcome: 'delivered', status: 204, dueAt: null })
      expect((await store.due(9_999, 9)).map(({ id }) => id)).toEqual([second!.id])
    })

    it('hand out one of each, however much waits for the first, longest ago first', async () => {
      const [first, second, paused] = [webhookOf(mine), webhookOf(yours), webhookOf(mine)]
      await store.add(first, 9)
      await store.add(paused, 9)
      for (let at = 1; at <= 5; at++) await store.queue(counted({ at }), `früh ${at}`)
      await store.add(second, 9)
      await store.pause(mine, paused.id, 6)
      await store.queue(counted({ at: 7 }), 'spät')
      const seen = (await store.due(10, 9)).map(({ webhookId, at }) => [webhookId, at])
      expect(seen).toEqual([
        [first.id, 1],
        [second.id, 7],
      ])
      expect((await store.due(10, 1)).map(({ at }) => at)).toEqual([1])
    })

    it('forget what is old and done, and go with their workshop once nothing waits', async () => {
      const [kept, gone] = [webhookOf(mine), webhookOf(mine, { workshopId: newId() })]
      for (const webhook of [kept, gone]) await store.add(webhook, 9)
      const probe = { workshopId: null, groupId: null, subjectId: null, attempts: 1, status: null } as const
      const ended = { ...probe, kind: 'probe', outcome: 'timeout', dueAt: null } as const
      await store.keep({ ...ended, id: 'alt', webhookId: kept.id, at: 1 })
      await store.keep({ ...ended, id: 'wartet', webhookId: gone.id, at: 1, dueAt: 50 })
      await store.sweep(2)
      expect([await waiting(kept), await waiting(gone)]).toEqual([0, 1])
      await store.end('wartet', { outcome: 'rights', status: null, dueAt: null })
      await store.sweep(2)
      expect(await store.webhooksOf(mine)).toEqual([kept])
    })

    it('go with their workshop although they are paused, once what waits is old as well', async () => {
      const paused = webhookOf(mine, { workshopId: newId(), pausedAt: 1_500 })
      await store.add(paused, 9)
      const probe = { workshopId: null, groupId: null, subjectId: null, attempts: 1, status: null } as const
      const waits = { ...probe, kind: 'probe', outcome: 'timeout', dueAt: 50, webhookId: paused.id } as const
      await store.keep({ ...waits, id: 'wartet', at: 7 })
      await store.sweep(7)
      expect([await store.webhooksOf(mine), await waiting(paused)]).toEqual([[paused], 1])
      await store.sweep(8)
      expect([await store.webhooksOf(mine), await waiting(paused)]).toEqual([[], 0])
    })

    it('are not half stored, queued or changed by a disk that is full', async () => {
      const look = async () => [await store.webhooksOf(mine), await store.due(9_999, 9)]
      const [one, two] = [webhookOf(mine), webhookOf(mine)]
      for (const webhook of [one, two]) await whereverItFails(setting.disk, () => store.add(webhook, 9), look)
      await whereverItFails(setting.disk, () => store.queue(counted(), 'gruppe.7'), look)
      const [delivery] = await store.due(9_999, 9)
      await whereverItFails(setting.disk, () => store.begin(delivery!.id, 0, 7_000), look)
      const end = { outcome: 'refused', status: 500, dueAt: 8_000 } as const
      await whereverItFails(setting.disk, () => store.end(delivery!.id, end), look)
      await whereverItFails(setting.disk, () => store.renewSecret(mine, one.id, 9_000), look)
      await whereverItFails(setting.disk, () => store.remove(mine, delivery!.webhookId), look)
    })
  })
}
