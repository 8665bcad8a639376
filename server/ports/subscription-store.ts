import type { MemberId } from '#shared/base/ids.ts'

/** A daily mail that a member asked for. */
export interface MailReminder {
  memberId: MemberId
  /** As it was typed. */
  email: string
  language: 'de' | 'en'
  /** When it was asked for, which is when a message went out to confirm it. */
  askedAt: number
  /** When the next one is due; null until whoever reads the mailbox has agreed. */
  dueAt: number | null
}

/**
 * How members hear of a workshop outside it: a daily mail, and a calendar that theirs looks at. Both end with the
 * membership, and nothing of them is left then. Secrets arrive here only as SHA-256 hashes (hex). Contract suite:
 * `tests/contract/subscription-store.ts`.
 */
export interface SubscriptionStore {
  reminder(memberId: MemberId): Promise<MailReminder | null>
  /** Takes the place of an earlier one. */
  keepReminder(reminder: MailReminder): Promise<void>
  /** From then on there are mails, the first at `dueAt`; false where no one waits to be confirmed for this address. */
  confirmReminder(memberId: MemberId, email: string, dueAt: number): Promise<boolean>
  /** Idempotent. */
  removeReminder(memberId: MemberId): Promise<void>
  /** What is due, the longest waiting first. */
  dueReminders(now: number): Promise<MailReminder[]>
  /**
   * Puts off what was due at `from`; false where it is no longer due then. Whoever is told true is the only one, and
   * also after a power cut it is not due a second time.
   */
  putOffReminder(memberId: MemberId, from: number, to: number): Promise<boolean>

  /** Since when there is an address for the member's calendar; null for none. */
  calendarSince(memberId: MemberId): Promise<number | null>
  /** The one address of a member; an earlier one stops working. */
  keepCalendar(memberId: MemberId, secretHash: string, since: number): Promise<void>
  /** Idempotent. */
  removeCalendar(memberId: MemberId): Promise<void>
  memberByCalendar(secretHash: string): Promise<MemberId | null>
}
