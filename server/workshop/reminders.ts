import { inOrder, type OpenMatter } from '#shared/agenda/own-matters.ts'
import type { MemberId } from '#shared/base/ids.ts'
import { nextFullHour } from '#shared/base/wall-clock.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { FollowedReminder, ReminderView } from '#shared/protocol/subscriptions.ts'
import { fill, wordsIn } from '#shared/report/words.ts'
import type { ReminderLinks } from '#server/auth/reminder-links.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Logger } from '#server/ports/logger.ts'
import type { Mailer } from '#server/ports/mailer.ts'
import type { Member, PeopleStore, Workshop } from '#server/ports/people-store.ts'
import type { MailReminder, SubscriptionStore } from '#server/ports/subscription-store.ts'
import { digestOf, type TitledMatter } from './digest.ts'
import type { OutsideTexts } from './outside-texts.ts'
import { openMattersIn } from './own-matters.ts'
import { inOwnRooms, type OwnRoomsMeans } from './own-rooms.ts'

interface RemindersMeans extends OwnRoomsMeans {
  people: Pick<PeopleStore, 'groups' | 'member' | 'workshop'>
  subscriptions: SubscriptionStore
  outsideTexts: Pick<OutsideTexts, 'of'>
  links: ReminderLinks
  clock: Clock
  logger: Logger
  /** Null where the operator has named no server: then nobody is reminded. */
  mailer: Mailer | null
  settings: ReminderSettings
}

interface ReminderSettings {
  /** Where people reach the installation, without a slash at the end. */
  origin: string
  /** The hour of the day at which mails go out, and whose hour. */
  hour: number
  timeZone: string
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** Somebody else's mailbox is not filled by a member who types its address again and again. */
const ASK_EVERY_MS = 10 * MINUTE_MS
const BEGIN_WITHIN_MS = 3 * DAY_MS
/** A mail server that does not answer is asked again the same morning. */
const AGAIN_AFTER_MS = 15 * MINUTE_MS
const LOOK_EVERY_MS = MINUTE_MS

/**
 * The daily mail of what is open, for members who asked for it and confirmed their address. Invariants (cited by the
 * tests):
 * 1. When the next one is due stands in the store, and is put off durably before a mail is sent: killed at any moment, the
 *    server sends none twice.
 * 2. A mail holds counts and titles that may be told outside, and nobody gets one about a room they may not enter.
 * 3. Nothing goes to an address whose reader has not agreed but the one question whether they do.
 */
export class Reminders {
  readonly #means: RemindersMeans
  /** When a member last had a question sent; gone after a restart, which makes one more. */
  readonly #asked = new Map<MemberId, number>()

  constructor(means: RemindersMeans) {
    this.#means = means
  }

  async view(memberId: MemberId): Promise<ReminderView> {
    const { mailer, settings, subscriptions } = this.#means
    const reminder = await subscriptions.reminder(memberId)
    return {
      hour: mailer ? settings.hour : null,
      timeZone: settings.timeZone,
      state: reminder === null ? 'off' : reminder.dueAt === null ? 'asked' : 'on',
      email: reminder?.email ?? null,
    }
  }

  /** @throws Problem not_found where no mail is sent, rate_limited, mail_unavailable */
  async ask(workshop: Workshop, memberId: MemberId, email: string, language: 'de' | 'en'): Promise<void> {
    const { mailer, subscriptions, clock, outsideTexts, links } = this.#means
    if (!mailer) throw new Problem('not_found', 'no mail server is named')
    const [now, earlier] = [clock.now(), await subscriptions.reminder(memberId)]
    if (earlier?.dueAt != null && earlier.email === email) return
    this.#requirePace(memberId, now)
    const [title] = await outsideTexts.of(workshop, [workshop.title])
    await subscriptions.keepReminder({ memberId, email, language, askedAt: now, dueAt: null })
    const { hello, confirm } = wordsIn(language).mail
    const begin = this.#address(links.tokenFor('begin', memberId, email))
    const text = `${hello}\n\n${fill(confirm.text, { workshop: title! })}\n\n${begin}\n\n${confirm.otherwise}\n`
    try {
      await mailer.send({ to: email, subject: confirm.subject, text })
    } catch (error) {
      // As before: nobody waits for a message that never went out. What ended meanwhile stays ended
      const waits = await subscriptions.reminder(memberId)
      if (waits && earlier) await subscriptions.keepReminder(earlier)
      else await subscriptions.removeReminder(memberId)
      this.#asked.delete(memberId)
      throw error
    }
  }

  #requirePace(memberId: MemberId, now: number): void {
    for (const [id, at] of this.#asked) if (now - at >= ASK_EVERY_MS) this.#asked.delete(id)
    const askedAt = this.#asked.get(memberId)
    if (askedAt !== undefined) {
      const seconds = Math.max(1, Math.ceil((askedAt + ASK_EVERY_MS - now) / 1_000))
      throw new Problem('rate_limited', 'asked just now', { seconds })
    }
    this.#asked.set(memberId, now)
  }

  /** Does what a link in a mail says. @throws Problem reminder_link_invalid */
  async follow(token: string): Promise<FollowedReminder> {
    const { subscriptions, links, clock, settings, outsideTexts } = this.#means
    const read = links.read(token)
    const reminder = read && (await subscriptions.reminder(read.memberId))
    const workshop = reminder && (await this.#workshopOf(reminder.memberId))
    if (!reminder || !workshop || !links.isSigned(token, read.act, reminder.memberId, reminder.email))
      throw new Problem('reminder_link_invalid')
    const [title] = await outsideTexts.of(workshop, [workshop.title])
    if (read.act === 'end') {
      await subscriptions.removeReminder(reminder.memberId)
      return { did: 'ended', workshopTitle: title! }
    }
    const now = clock.now()
    if (reminder.dueAt === null) {
      if (now - reminder.askedAt > BEGIN_WITHIN_MS) throw new Problem('reminder_link_invalid', 'too old')
      const first = nextFullHour(now, settings.hour, settings.timeZone)
      await subscriptions.confirmReminder(reminder.memberId, reminder.email, first)
    }
    return { did: 'begun', workshopTitle: title! }
  }

  /** Sends what is due, from now on; the returned function ends it and waits for what is being sent. */
  workOff(): () => Promise<void> {
    const { clock, logger, mailer } = this.#means
    if (!mailer) return async () => {}
    let isStopped = false
    let cancel = () => {}
    let working: Promise<void> = Promise.resolve()
    const look = async () => {
      try {
        for (const reminder of await this.#means.subscriptions.dueReminders(clock.now())) {
          if (isStopped) return
          await this.#remind(mailer, reminder)
        }
      } catch (error) {
        logger.error({ err: error as Error }, 'reminders that are due could not be sent')
      }
      if (!isStopped) cancel = clock.after(LOOK_EVERY_MS, start)
    }
    const start = () => void (working = look())
    start()
    return async () => {
      isStopped = true
      cancel()
      await working
    }
  }

  /** One that fails holds up no other. */
  async #remind(mailer: Mailer, reminder: MailReminder): Promise<void> {
    const { subscriptions, clock, logger, settings } = this.#means
    const { memberId, email } = reminder
    const now = clock.now()
    const next = nextFullHour(now, settings.hour, settings.timeZone)
    if (!(await subscriptions.putOffReminder(memberId, reminder.dueAt!, next))) return
    try {
      const digest = await this.#digest(reminder)
      if (digest) await mailer.send({ ...digest, to: email })
    } catch (error) {
      const code = error instanceof Problem ? error.message : 'internal'
      logger.warn({ memberId, code }, 'a reminder could not be sent')
      const again = now + AGAIN_AFTER_MS
      if (again < next) await subscriptions.putOffReminder(memberId, next, again)
    }
  }

  /** Null where nothing is open, and for whoever rests. */
  async #digest({ memberId, email, language }: MailReminder) {
    const { people, clock, links, outsideTexts, settings } = this.#means
    const member = await people.member(memberId)
    const workshop = await this.#workshopOf(memberId)
    if (!member || !workshop || workshop.archivedAt !== undefined || member.standing === 'paused') return null
    const open = await this.#openFor(member)
    if (open.length === 0) return null
    const names = new Map((await people.groups(workshop.id)).map(({ id, name }) => [id, name]))
    const titled = open.flatMap((matter): TitledMatter[] => {
      if (matter.type !== 'step' && matter.type !== 'vote') return []
      const { type, until, groupId } = matter
      const title = matter.type === 'step' ? matter.title : matter.question
      return [{ type, until, title, group: names.get(groupId) ?? '' }]
    })
    const texts = [workshop.title, ...titled.flatMap(({ title, group }) => [title, group])]
    const [workshopTitle, ...told] = await outsideTexts.of(workshop, texts)
    const tellable = titled.map((matter, n) => ({
      ...matter,
      title: told[n * 2]!,
      group: told[n * 2 + 1]!,
    }))
    return digestOf(tellable, open, {
      language,
      timeZone: settings.timeZone,
      nowMs: clock.now(),
      workshopTitle: workshopTitle!,
      pageUrl: `${settings.origin}/werkstaetten/${workshop.id}/meine`,
      unsubscribeUrl: this.#address(links.tokenFor('end', memberId, email)),
    })
  }

  async #openFor(member: Member): Promise<OpenMatter[]> {
    const open: OpenMatter[] = []
    // Nobody's login: what the member is now
    const owner = { member, since: Number.MAX_SAFE_INTEGER }
    await inOwnRooms(this.#means, owner, (_, look) =>
      look((room) => void open.push(...openMattersIn(room, member))),
    )
    return inOrder(open)
  }

  async #workshopOf(memberId: MemberId): Promise<Workshop | null> {
    const member = await this.#means.people.member(memberId)
    return member && member.removedAt === null ? this.#means.people.workshop(member.workshopId) : null
  }

  /** The secret stands behind the `#`, where no server logs it. */
  #address(token: string): string {
    return `${this.#means.settings.origin}/erinnerung#${token}`
  }
}
