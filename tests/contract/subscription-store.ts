import { beforeEach, describe, expect, it } from 'vitest'
import type { MemberId } from '#shared/base/ids.ts'
import type { MailReminder, SubscriptionStore } from '#server/ports/subscription-store.ts'
import { whereverItFails, type TestDisk } from './disk.ts'

interface Setting {
  store: SubscriptionStore
  memberIds: readonly [MemberId, MemberId]
  disk: TestDisk
  reopened: () => Promise<SubscriptionStore>
  beside: () => Promise<SubscriptionStore>
}

export const reminderOf = (memberId: MemberId, changes: Partial<MailReminder> = {}): MailReminder => ({
  memberId,
  email: 'toni@example.org',
  language: 'de',
  askedAt: 1_000,
  dueAt: null,
  ...changes,
})

/** What every store of subscriptions promises. */
export function describeSubscriptionStore(name: string, open: () => Promise<Setting>): void {
  describe(`subscriptions: ${name}`, () => {
    let setting: Setting
    let store: SubscriptionStore
    let mine: MemberId
    let yours: MemberId
    beforeEach(async () => {
      setting = await open()
      store = setting.store
      ;[mine, yours] = setting.memberIds
    })

    it('a reminder is due only once its address is confirmed, and from then on', async () => {
      await store.keepReminder(reminderOf(mine))
      expect(await store.dueReminders(9_000)).toEqual([])
      expect(await store.confirmReminder(mine, 'eine@andere.org', 5_000)).toBe(false)
      expect(await store.confirmReminder(yours, 'toni@example.org', 5_000)).toBe(false)
      expect(await store.confirmReminder(mine, 'toni@example.org', 5_000)).toBe(true)
      expect(await store.confirmReminder(mine, 'toni@example.org', 6_000)).toBe(false)
      expect(await store.dueReminders(4_999)).toEqual([])
      expect(await store.dueReminders(5_000)).toEqual([reminderOf(mine, { dueAt: 5_000 })])
    })

    it('the longest waiting comes first', async () => {
      await store.keepReminder(reminderOf(mine, { dueAt: 3_000 }))
      await store.keepReminder(reminderOf(yours, { dueAt: 2_000 }))
      expect((await store.dueReminders(9_000)).map(({ memberId }) => memberId)).toEqual([yours, mine])
    })

    it('a new address takes the place of the former one and waits for its confirmation', async () => {
      await store.keepReminder(reminderOf(mine, { dueAt: 3_000 }))
      const anew = reminderOf(mine, { email: 'neu@example.org', language: 'en' })
      await store.keepReminder(anew)
      expect(await store.reminder(mine)).toEqual(anew)
      expect(await store.dueReminders(9_000)).toEqual([])
    })

    it('of two who look at once, one sends', async () => {
      await store.keepReminder(reminderOf(mine, { dueAt: 3_000 }))
      const both = [store, await setting.beside()]
      const told = await Promise.all(both.map((at) => at.putOffReminder(mine, 3_000, 90_000)))
      expect(told.sort()).toEqual([false, true])
      expect(await both[1]!.dueReminders(89_999)).toEqual([])
    })

    it('what was put off stays so after a restart', async () => {
      await store.keepReminder(reminderOf(mine, { dueAt: 3_000 }))
      await store.keepCalendar(mine, 'hash', 5)
      await store.putOffReminder(mine, 3_000, 90_000)
      const again = await setting.reopened()
      expect(await again.dueReminders(89_999)).toEqual([])
      expect(await again.putOffReminder(mine, 3_000, 90_000)).toBe(false)
      expect(await again.memberByCalendar('hash')).toBe(mine)
    })

    it('a member has one address of a calendar, the last one, until it is taken away', async () => {
      await store.keepCalendar(mine, 'eins', 5)
      await store.keepCalendar(mine, 'zwei', 6)
      await store.keepCalendar(yours, 'drei', 7)
      expect(await store.memberByCalendar('eins')).toBeNull()
      expect(await store.memberByCalendar('zwei')).toBe(mine)
      expect(await store.calendarSince(mine)).toBe(6)
      await store.removeCalendar(mine)
      await store.removeCalendar(mine)
      expect(await store.memberByCalendar('zwei')).toBeNull()
      expect(await store.calendarSince(mine)).toBeNull()
      expect(await store.memberByCalendar('drei')).toBe(yours)
    })

    it('what the disk refuses, wherever, leaves nothing half', async () => {
      const look = async () => [await store.reminder(mine), await store.calendarSince(mine)]
      await whereverItFails(setting.disk, () => store.keepReminder(reminderOf(mine)), look)
      await whereverItFails(setting.disk, () => store.confirmReminder(mine, 'toni@example.org', 5), look)
      await whereverItFails(setting.disk, () => store.putOffReminder(mine, 5, 6), look)
      await whereverItFails(setting.disk, () => store.removeReminder(mine), look)
      await whereverItFails(setting.disk, () => store.keepCalendar(mine, 'eins', 5), look)
      await whereverItFails(setting.disk, () => store.removeCalendar(mine), look)
      expect(await look()).toEqual([null, null])
    })
  })
}
