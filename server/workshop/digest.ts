import { minutesOf, type OpenMatter } from '#shared/agenda/own-matters.ts'
import { counted, fill, wordsIn } from '#shared/report/words.ts'
import type { Mail } from '#server/ports/mailer.ts'
import { localeOf } from '#shared/base/locale.ts'

/** What a digest is written with; all texts as they may be told outside (`OutsideTexts`). */
interface DigestFrame {
  language: 'de' | 'en'
  timeZone: string
  nowMs: number
  workshopTitle: string
  /** The member's own page. */
  pageUrl: string
  unsubscribeUrl: string
}

/** Something open whose title may be told: a step or a vote; tasks and questions are counted and never told. */
export interface TitledMatter {
  type: 'step' | 'vote'
  title: string
  group: string
  until: number | null
}

const moment = { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const

/**
 * The mail of one morning: how much is open, and titles of steps and votes. No card, comment, name or personal link is in
 * it, because mail passes many hands.
 */
export function digestOf(
  titled: readonly TitledMatter[],
  open: readonly OpenMatter[],
  frame: DigestFrame,
): Omit<Mail, 'to'> {
  const { language, nowMs, workshopTitle, pageUrl, unsubscribeUrl } = frame
  const { hello, digest } = wordsIn(language).mail
  const minutes = minutesOf(open)
  const lines = [...titled.map((matter) => lineOf(matter, frame)), ...countsOf(open, nowMs, language)]
  const text = [
    hello,
    `${fill(digest.lead, { workshop: workshopTitle })}\n\n${lines.map((line) => `- ${line}`).join('\n')}`,
    ...(minutes > 0 ? [counted(minutes, digest.minutes_one, digest.minutes_other)] : []),
    `${digest.page}\n${pageUrl}`,
    `${digest.why}\n${unsubscribeUrl}`,
  ]
  const subject = fill(counted(open.length, digest.subject_one, digest.subject_other), {
    workshop: workshopTitle,
  })
  return { subject, text: `${text.join('\n\n')}\n`, unsubscribeUrl }
}

function lineOf(
  { type, title, group, until }: TitledMatter,
  { language, timeZone, nowMs }: DigestFrame,
): string {
  const { digest } = wordsIn(language).mail
  const what = fill(digest.inGroup, { what: fill(digest[type], { title }), group })
  if (until === null) return what
  const when = new Intl.DateTimeFormat(localeOf(language), { ...moment, timeZone }).format(until)
  return `${what}: ${fill(until < nowMs ? digest.overdue : digest.until, { when })}`
}

function countsOf(open: readonly OpenMatter[], nowMs: number, language: 'de' | 'en'): string[] {
  const { digest } = wordsIn(language).mail
  const tasks = open.filter(({ type }) => type === 'task')
  const questions = open.filter(({ type }) => type === 'feedback')
  const late = tasks.filter(({ until }) => until !== null && until < nowMs)
  const lines: string[] = []
  if (tasks.length > 0) {
    const all = counted(tasks.length, digest.tasks_one, digest.tasks_other)
    lines.push(late.length > 0 ? `${all}, ${counted(late.length, digest.late_one, digest.late_other)}` : all)
  }
  if (questions.length > 0) lines.push(counted(questions.length, digest.feedback_one, digest.feedback_other))
  return lines
}
