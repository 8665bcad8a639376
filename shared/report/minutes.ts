import type { Meeting } from '../agenda/meeting.ts'
import { noRecord, type MeetingRecord } from '../agenda/record.ts'
import { readableEvents, type StoredEnvelope } from '../facilitation/events.ts'
import { kindNames, traitsOf } from '../kinds/index.ts'
import { cardBlocks, type Wording } from './card-blocks.ts'
import { localTime, type LocalTime } from './local-time.ts'
import { compositionTable, peopleLine, type Participant } from './participants.ts'
import { References } from './references.ts'
import type { Report, ReportCard } from './report.ts'
import { frontOf } from './results-tree.ts'
import { blocksFrom, paragraph, settledBlocks, wordTable, type Block, type DocumentTree } from './tree.ts'
import { voteBlocks } from './vote-blocks.ts'
import { fill, wordsIn } from './words.ts'

interface MinutesSettings {
  /** Null: none was ever begun. */
  meeting: Meeting | null
  /** Of the report's groups, in their order. */
  histories: readonly (readonly StoredEnvelope[])[]
  participants: readonly Participant[]
}

/** When a meeting really was: its steps as they were begun, from the first of them on. */
interface Held {
  startsAt: number
  endsAt: number
  begun: ReadonlyMap<string, number>
}

interface Telling extends Wording {
  time: LocalTime
}

/** The meeting of which a step was begun last; null where none was. */
export function latestHeld(
  meetings: readonly Meeting[],
  histories: readonly (readonly StoredEnvelope[])[],
): Meeting | null {
  const held = meetings.flatMap((meeting) => {
    const times = heldOf(meeting, histories)
    return times ? [{ meeting, startsAt: times.startsAt }] : []
  })
  return held.sort((a, b) => b.startsAt - a.startsAt)[0]?.meeting ?? null
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
  const held = meeting ? heldOf(meeting, histories) : null
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
          ...outcomeBlocks(report, held ?? plannedTimes(meeting), telling),
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

function heldOf({ steps, minutes }: Meeting, histories: readonly (readonly StoredEnvelope[])[]): Held | null {
  const ids = new Set(steps.map(({ id }) => id))
  const begun = new Map<string, number>()
  let endsAt = 0
  for (const { at, event } of histories.flatMap(readableEvents).sort((a, b) => a.at - b.at)) {
    const stepId =
      event.type === 'StepStarted' ? event.step.id : event.type === 'StepEnded' ? event.stepId : null
    if (stepId === null || !ids.has(stepId)) continue
    if (event.type === 'StepStarted' && !begun.has(stepId)) begun.set(stepId, at)
    endsAt = Math.max(endsAt, at)
  }
  const startsAt = Math.min(...begun.values())
  if (begun.size === 0) return null
  return { startsAt, endsAt: Math.max(endsAt, startsAt + minutes * MINUTE_MS), begun }
}

const plannedTimes = ({ startsAt, minutes }: Meeting): Held => ({
  startsAt: startsAt ?? 0,
  endsAt: (startsAt ?? 0) + minutes * MINUTE_MS,
  begun: new Map(),
})

function aboutBlocks(
  { startsAt, place }: Meeting,
  held: Held | null,
  participants: readonly Participant[],
  report: Report,
  { words, time }: Telling,
): Block[] {
  const texts = words.documents.minutes
  const from = held?.startsAt ?? startsAt
  const where = place.type === 'inPerson' ? place.where : texts.online
  const terms = [
    [texts.when, from === null ? '' : time.moment(from)],
    [texts.where, where],
    [texts.groups, report.groups.map(({ name }) => name).join(', ')],
    [texts.who, peopleLine(participants, words)],
  ].flatMap(([label, text]) => (text ? [{ label: label!, runs: [{ text }] }] : []))
  const composition = participants.length > 0 ? [compositionTable(participants, words)] : []
  return [{ type: 'terms', terms }, ...composition]
}

function agendaBlocks({ steps }: Meeting, held: Held | null, { words, time }: Telling): Block[] {
  const texts = words.documents.minutes
  if (steps.length === 0) return []
  const columns = [
    { title: texts.begun },
    { title: texts.step },
    { title: texts.planned, align: 'end' as const },
  ]
  const rows = steps.map(({ id, title, minutes }) => {
    const at = held?.begun.get(id)
    return [at === undefined ? texts.leftOut : time.clock(at), title, fill(texts.minutes, { minutes })]
  })
  return [{ type: 'heading', level: 1, text: texts.agenda }, wordTable(texts.agenda, columns, rows)]
}

/** What was written down and counted meanwhile. */
function outcomeBlocks(report: Report, held: Held, telling: Telling): Block[] {
  const { words } = telling
  const texts = words.documents.minutes
  const within = (at: number) => at >= held.startsAt && at <= held.endsAt
  const made = report.groups.flatMap(({ cards }) => cards).filter(({ createdAt }) => within(createdAt))
  const votes = report.groups.flatMap((group) => group.votes).filter(({ countedAt }) => within(countedAt))
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
