import { createHmac, timingSafeEqual } from 'node:crypto'
import { isId, type MemberId } from '#shared/base/ids.ts'

/** What somebody who reads a mailbox may do by a link: begin what was asked for, and end it. */
type ReminderAct = 'begin' | 'end'

/**
 * Links in mails. They follow from the member, the address and a key that lies in no database, so none is stored, and
 * who has changed the address or ended the mails has made those to the former one worthless. They open nothing else.
 */
export class ReminderLinks {
  readonly #key: () => Buffer

  constructor(key: () => Buffer) {
    this.#key = key
  }

  /** Letters, digits, "-" and "_" alone: mail programs cut links at other signs. */
  tokenFor(act: ReminderAct, memberId: MemberId, email: string): string {
    return `${act}-${memberId}-${this.#signature(act, memberId, email).toString('base64url')}`
  }

  /** Whom it is about; nothing is known of it yet. */
  read(token: string): { act: ReminderAct; memberId: MemberId } | null {
    const [, act, memberId] = /^(begin|end)-([\da-f-]{36})-[\w-]+$/.exec(token) ?? []
    return isId(memberId) ? { act: act as ReminderAct, memberId: memberId as MemberId } : null
  }

  isSigned(token: string, act: ReminderAct, memberId: MemberId, email: string): boolean {
    const given = Buffer.from(token)
    const right = Buffer.from(this.tokenFor(act, memberId, email))
    return given.length === right.length && timingSafeEqual(given, right)
  }

  #signature(act: ReminderAct, memberId: MemberId, email: string): Buffer {
    return createHmac('sha256', this.#key()).update(`mail ${act} ${memberId} ${email}`).digest()
  }
}
