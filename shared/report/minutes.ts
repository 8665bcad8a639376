import type { Meeting } from '../agenda/meeting.ts'
import { noRecord, type MeetingRecord } from '../agenda/record.ts'
import type { StoredEnvelope } from '../facilitation/events.ts'
import { kindNames, traitsOf } from '../kinds/index.ts'
import { cardBlocks, type Wording } from './card-blocks.ts'
import { heldMeeting, type HeldMeeting, type StepTime } from './held-meeting.ts'
import { localTime, type LocalTime } from './local-time.ts'
import { compositionTable, peopleLine, type Participant } from './participants.ts'
import { References } from './references.ts'
import type { Report, ReportCard } from './report.ts'
import { frontOf } from './results-tree.ts'
import { blocksFrom, paragraph, settledBlocks, type Block, type DocumentTree } from './tree.ts'
import { wordTable } from './word-table.ts'
import { voteBlocks } from './vote-blocks.ts'
import { fill, wordsIn } from './words.ts'

interface MinutesSettings {
  /** Null: none was ever begun. */
  meeting: Meeting | null
  /** Of the report's groups, in their order. */
  histories: readonly (readonly StoredEnvelope[])[]
  participants: readonly Participant[]
}

interface Telling extends Wording {
  time: LocalTime
}

/** Meetings that there are minutes of, by when they were: those of which a step was begun, and those with released minutes. */
export function heldMeetings(
  meetings: readonly Meeting[],
  histories: readonly (readonly StoredEnvelope[])[],
  time: LocalTime,
): { meeting: Meeting; at: number }[] {
  const held = meetings.flatMap((meeting) => {
    const { released } = meeting.record ?? noRecord
    const at = heldMeeting(meeting, histories, time)?.from ?? (released && (meeting.startsAt ?? released.at))
    return at === null ? [] : [{ meeting, at }]
  })
  return held.sort((a, b) => a.at - b.at)
}

/** What a meeting was about and came to: who, when, the agenda with real times, votes, decisions, tasks. One to three pages. */
export function minutesTree(
  report: Report,
  { meeting, histories, participants }: MinutesSettings,
): DocumentTree {
  const words = wordsIn(report.language)
  const texts = words.documents.minutes
  const telling: Telling = {
    words,
    time: localTime(report.language, report.timeZone),
    references: new References([]),
    picture: () => null,
  }
  const held = meeting ? heldMeeting(meeting, histories, telling.time) : null
  const record = meeting?.record ?? noRecord
  const { released } = record
  const blocks = !meeting
    ? [paragraph(texts.none)]
    : released
      ? [...blocksFrom(released.blocks), ...correctionBlocks(record, telling)]
      : [
          ...aboutBlocks(meeting, held, participants, report, telling),
          ...attendanceBlocks(record, telling),
          ...agendaBlocks(meeting, held, telling),
          ...outcomeBlocks(report, held ?? plannedTimes(meeting, histories), telling),
          ...remarkBlocks(record, telling),
        ]
  const state = released
    ? fill(texts.released, { time: telling.time.moment(released.at), name: released.by })
    : texts.draft
  return {
    ...frontOf(report),
    title: meeting?.title ?? report.title,
    subtitle: meeting ? `${texts.subtitle} · ${report.title} · ${state}` : texts.subtitle,
    hasContents: false,
    cover: null,
    blocks: settledBlocks(blocks),
  }
}

function attendanceBlocks({ attendance }: MeetingRecord, { words }: Telling): Block[] {
  if (!attendance || attendance.length === 0) return []
  const items = attendance.map((line) => ({ runs: [{ text: line }] }))
  const text = words.documents.minutes.attendance
  return [
    { type: 'heading', level: 1, text },
    { type: 'list', ordered: false, items },
  ]
}

function remarkBlocks({ remarks }: MeetingRecord, { words }: Telling): Block[] {
  const paragraphs = remarks.split(/\n{2,}/u).map((text) => text.trim())
  const written = paragraphs.filter((text) => text !== '')
  if (written.length === 0) return []
  return [{ type: 'heading', level: 1, text: words.documents.minutes.remarks }, ...written.map(paragraph)]
}

/** Below what was released, each with who made it and when. */
function correctionBlocks({ corrections }: MeetingRecord, { words, time }: Telling): Block[] {
  if (corrections.length === 0) return []
  const texts = words.documents.minutes
  const terms = corrections.map(({ at, by, text }) => ({
    label: fill(texts.correctedBy, { time: time.moment(at), name: by }),
    runs: [{ text }],
  }))
  return [
    { type: 'heading', level: 1, text: texts.corrections },
    { type: 'terms', terms },
  ]
}

const MINUTE_MS = 60_000

function plannedTimes({ startsAt, minutes }: Meeting, histories: readonly unknown[]): HeldMeeting {
  const from = startsAt ?? 0
  const to = from + minutes * MINUTE_MS
  return { from, to, steps: new Map(), until: histories.map(() => to) }
}

function aboutBlocks(
  meeting: Meeting,
  held: HeldMeeting | null,
  participants: readonly Participant[],
  report: Report,
  { words, time }: Telling,
): Block[] {
  const texts = words.documents.minutes
  const { startsAt, place } = meeting
  const when = held ?? (startsAt === null ? null : plannedTimes(meeting, []))
  const where = place.type === 'inPerson' ? place.where : texts.online
  const terms = [
    [texts.when, when ? whenText(when, time) : ''],
    [texts.where, where],
    [texts.groups, report.groups.map(({ name }) => name).join(', ')],
    [texts.who, peopleLine(participants, words)],
  ].flatMap(([label, text]) => (text ? [{ label: label!, runs: [{ text }] }] : []))
  const composition = participants.length > 0 ? [compositionTable(participants, words)] : []
  return [{ type: 'terms', terms }, ...composition]
}

/** "21.11.2026, 10:04–12:10 Uhr" */
function whenText({ from, to }: StepTime, time: LocalTime): string {
  if (to === null || time.moment(to) === time.moment(from)) return time.moment(from)
  if (time.date(to) !== time.date(from)) return `${time.moment(from)} – ${time.moment(to)}`
  return time.moment(from).replace(time.clock(from), `${time.clock(from)}–${time.clock(to)}`)
}

/** "10:04–10:31", with the date where it is another than the meeting began on. */
function stepTimeText({ from, to }: StepTime, day: string, time: LocalTime): string {
  const on = (ms: number, known: string) =>
    time.date(ms) === known ? time.clock(ms) : `${time.date(ms)}, ${time.clock(ms)}`
  if (to === null || time.moment(to) === time.moment(from)) return on(from, day)
  return `${on(from, day)}–${on(to, time.date(from))}`
}

function agendaBlocks({ steps }: Meeting, held: HeldMeeting | null, { words, time }: Telling): Block[] {
  const texts = words.documents.minutes
  if (steps.length === 0) return []
  const columns = [
    { title: texts.time },
    { title: texts.step },
    { title: texts.planned, align: 'end' as const },
  ]
  const rows = steps.map(({ id, title, minutes }) => {
    const step = held?.steps.get(id)
    const day = time.date(held?.from ?? 0)
    return [step ? stepTimeText(step, day, time) : texts.leftOut, title, fill(texts.minutes, { minutes })]
  })
  return [{ type: 'heading', level: 1, text: texts.agenda }, wordTable(texts.agenda, columns, rows)]
}

/** What was written down and counted meanwhile. */
function outcomeBlocks(report: Report, held: HeldMeeting, telling: Telling): Block[] {
  const { words } = telling
  const texts = words.documents.minutes
  const isWithin = (at: number, n: number) => at >= held.from && at <= held.until[n]!
  const made = report.groups.flatMap(({ cards }, n) => cards.filter((card) => isWithin(card.createdAt, n)))
  const votes = report.groups.flatMap((group, n) =>
    group.votes.filter(({ countedAt }) => isWithin(countedAt, n)),
  )
  const settled = made.filter(isSettled)
  const others = made.filter((card) => !isSettled(card))
  const counts = kindNames.flatMap((kind) => {
    const count = others.filter((card) => card.kind === kind).length
    const name = count === 1 ? words.kinds[kind].label : words.kinds[kind].plural
    return count > 0 ? [`${count} ${name}`] : []
  })
  return [
    ...voteBlocks(votes, 1, telling),
    ...kindNames.flatMap((kind): Block[] => {
      const cards = settled.filter((card) => card.kind === kind)
      if (cards.length === 0) return []
      const { plural } = words.kinds[kind]
      return [{ type: 'heading', level: 1, text: plural }, ...cardBlocks(cards, plural, telling)]
    }),
    ...(counts.length > 0
      ? [
          { type: 'heading' as const, level: 1, text: texts.written },
          paragraph(fill(texts.writtenText, { counts: counts.join(', ') })),
        ]
      : []),
  ]
}

/** What a meeting settles: decisions, minutes and tasks are written out, the rest is counted. */
function isSettled({ kind }: ReportCard): boolean {
  const { chapter } = traitsOf(kind)
  return chapter === 'decisions' || chapter === 'tasks'
}
