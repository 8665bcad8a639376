import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { MemberId } from '#shared/base/ids.ts'
import { id } from '#shared/protocol/api.ts'
import type { MailReminder, SubscriptionStore } from '#server/ports/subscription-store.ts'
import { asking } from './storage-errors.ts'

const reminderRow = z.object({
  memberId: id<MemberId>(),
  email: z.string(),
  language: z.enum(['de', 'en']),
  askedAt: z.number(),
  dueAt: z.number().nullable(),
})
const sinceRow = z.object({ since: z.number() })
const memberRow = z.object({ memberId: id<MemberId>() })

const columns = 'member_id AS memberId, email, language, asked_at AS askedAt, due_at AS dueAt'

/** Subscriptions beside the members they belong to; triggers remove them with the membership. */
export class SqliteSubscriptionStore implements SubscriptionStore {
  readonly #one: Database.Statement
  readonly #keep: Database.Statement
  readonly #confirm: Database.Statement
  readonly #remove: Database.Statement
  readonly #due: Database.Statement
  readonly #putOff: Database.Statement
  readonly #since: Database.Statement
  readonly #keepCalendar: Database.Statement
  readonly #removeCalendar: Database.Statement
  readonly #byCalendar: Database.Statement

  /** Shares the database with the people store, which closes it. */
  constructor(database: Database.Database) {
    this.#one = database.prepare(`SELECT ${columns} FROM mail_reminders WHERE member_id = ?`)
    this.#keep = database.prepare(
      `INSERT INTO mail_reminders (member_id, email, language, asked_at, due_at)
       VALUES (@memberId, @email, @language, @askedAt, @dueAt)
       ON CONFLICT (member_id) DO UPDATE SET
         email = excluded.email, language = excluded.language,
         asked_at = excluded.asked_at, due_at = excluded.due_at`,
    )
    this.#confirm = database.prepare(
      'UPDATE mail_reminders SET due_at = ? WHERE member_id = ? AND email = ? AND due_at IS NULL',
    )
    this.#remove = database.prepare('DELETE FROM mail_reminders WHERE member_id = ?')
    this.#due = database.prepare(`SELECT ${columns} FROM mail_reminders WHERE due_at <= ? ORDER BY due_at`)
    // One statement, so that of two who look at once one is told that it is theirs
    this.#putOff = database.prepare('UPDATE mail_reminders SET due_at = ? WHERE member_id = ? AND due_at = ?')
    this.#since = database.prepare('SELECT since FROM calendar_addresses WHERE member_id = ?')
    this.#keepCalendar = database.prepare(
      `INSERT INTO calendar_addresses (member_id, secret_hash, since) VALUES (?, ?, ?)
       ON CONFLICT (member_id) DO UPDATE SET secret_hash = excluded.secret_hash, since = excluded.since`,
    )
    this.#removeCalendar = database.prepare('DELETE FROM calendar_addresses WHERE member_id = ?')
    this.#byCalendar = database.prepare(
      'SELECT member_id AS memberId FROM calendar_addresses WHERE secret_hash = ?',
    )
  }

  async reminder(memberId: MemberId) {
    const row = asking(() => this.#one.get(memberId))
    return row === undefined ? null : reminderRow.parse(row)
  }

  async keepReminder(reminder: MailReminder) {
    asking(() => this.#keep.run(reminder))
  }

  async confirmReminder(memberId: MemberId, email: string, dueAt: number) {
    return asking(() => this.#confirm.run(dueAt, memberId, email)).changes === 1
  }

  async removeReminder(memberId: MemberId) {
    asking(() => this.#remove.run(memberId))
  }

  async dueReminders(now: number) {
    return asking(() => this.#due.all(now)).map((row) => reminderRow.parse(row))
  }

  async putOffReminder(memberId: MemberId, from: number, to: number) {
    return asking(() => this.#putOff.run(to, memberId, from)).changes === 1
  }

  async calendarSince(memberId: MemberId) {
    const row = asking(() => this.#since.get(memberId))
    return row === undefined ? null : sinceRow.parse(row).since
  }

  async keepCalendar(memberId: MemberId, secretHash: string, since: number) {
    asking(() => this.#keepCalendar.run(memberId, secretHash, since))
  }

  async removeCalendar(memberId: MemberId) {
    asking(() => this.#removeCalendar.run(memberId))
  }

  async memberByCalendar(secretHash: string) {
    const row = asking(() => this.#byCalendar.get(secretHash))
    return row === undefined ? null : memberRow.parse(row).memberId
  }
}
