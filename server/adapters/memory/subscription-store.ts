import type { MemberId } from '#shared/base/ids.ts'
import type { MailReminder, SubscriptionStore } from '#server/ports/subscription-store.ts'
import { MemoryDisk } from './disk.ts'

/** Subscriptions in memory: for tests, and the plainest statement of what the port means. Hands out copies only. */
export class MemorySubscriptionStore implements SubscriptionStore {
  readonly #reminders = new Map<MemberId, MailReminder>()
  readonly #calendars = new Map<MemberId, { secretHash: string; since: number }>()
  readonly #disk: MemoryDisk

  constructor(disk = new MemoryDisk()) {
    this.#disk = disk
  }

  async reminder(memberId: MemberId) {
    const reminder = this.#reminders.get(memberId)
    return reminder ? { ...reminder } : null
  }

  async keepReminder(reminder: MailReminder) {
    this.#disk.write()
    this.#reminders.set(reminder.memberId, { ...reminder })
  }

  async confirmReminder(memberId: MemberId, email: string, dueAt: number) {
    const reminder = this.#reminders.get(memberId)
    if (reminder?.email !== email || reminder.dueAt !== null) return false
    this.#disk.write()
    this.#reminders.set(memberId, { ...reminder, dueAt })
    return true
  }

  async removeReminder(memberId: MemberId) {
    this.#disk.write()
    this.#reminders.delete(memberId)
  }

  async dueReminders(now: number) {
    const due = [...this.#reminders.values()].filter(({ dueAt }) => dueAt !== null && dueAt <= now)
    return structuredClone(due.sort((a, b) => a.dueAt! - b.dueAt!))
  }

  async putOffReminder(memberId: MemberId, from: number, to: number) {
    const reminder = this.#reminders.get(memberId)
    if (reminder?.dueAt !== from) return false
    this.#disk.write()
    this.#reminders.set(memberId, { ...reminder, dueAt: to })
    return true
  }

  async calendarSince(memberId: MemberId) {
    return this.#calendars.get(memberId)?.since ?? null
  }

  async keepCalendar(memberId: MemberId, secretHash: string, since: number) {
    this.#disk.write()
    this.#calendars.set(memberId, { secretHash, since })
  }

  async removeCalendar(memberId: MemberId) {
    this.#disk.write()
    this.#calendars.delete(memberId)
  }

  async memberByCalendar(secretHash: string) {
    const found = [...this.#calendars].find(([, calendar]) => calendar.secretHash === secretHash)
    return found?.[0] ?? null
  }
}
