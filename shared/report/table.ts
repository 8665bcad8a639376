import { kindNames, traitsOf, type ArtefactKind } from '../kinds/index.ts'
import { localTime } from './local-time.ts'
import type { Report, ReportCard, ReportField } from './report.ts'
import { fieldLabel, wordsIn, type Words } from './words.ts'

/** Cards as rows of cells, for CSV, XLSX and ODS. */
export interface Table {
  name: string
  columns: string[]
  rows: Cell[][]
}

/**
 * Words; or a number, day or moment, with the words for it. Days and moments are wall-clock times as if in UTC, because
 * spreadsheets know no time zones. What people wrote is always words.
 */
export type Cell =
  string | { text: string; number: number } | { text: string; day: Date } | { text: string; moment: Date }

export const textOfCell = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text)

interface Row {
  group: string
  card: ReportCard
}

type Column = [title: string, cell: (row: Row) => Cell]

interface TableSettings {
  /** Whether cards carry their ids and where they lie and what they are linked to, to be found again after working on them. */
  withIds: boolean
  /** To be worked off: in the order of their days, without what says how a card came about. */
  isByDay?: boolean
}

const followedIn: ReadonlySet<unknown> = new Set(['tasks', 'decisions', 'partnerships'])

/** What is to be followed up after the meetings: what people promised, settled and offered; not what they tell of it. */
function isFollowed(kind: ArtefactKind): boolean {
  const { chapter, captured, pledge } = traitsOf(kind)
  return followedIn.has(chapter) && (captured !== undefined || pledge !== undefined)
}

/**
 * Lists to be worked off, of all groups in one, what is due first coming first: a table for each kind, or all in one.
 * Never none, because a workbook needs a sheet.
 */
export function listTables(report: Report, { withIds, inOne }: TableSettings & { inOne: boolean }): Table[] {
  const groups = report.groups.map((group) => ({
    ...group,
    cards: group.cards.filter(({ kind, withheld }) => isFollowed(kind) && !withheld),
  }))
  const settings = { withIds, isByDay: true }
  if (inOne) return [cardTable({ ...report, groups }, settings)]
  const tables = kindTables({ ...report, groups }, settings)
  const { results, documents } = wordsIn(report.language)
  const nothing: Table = { name: results.fileName.results, columns: [documents.dossier.nothing], rows: [] }
  return tables.length > 0 ? tables : [nothing]
}

/** What is due first comes first, whichever group it is of; what nobody set a day for comes last. */
const byDay = (rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => dayOf(a.card).localeCompare(dayOf(b.card)))

/** The first day a card names; those without one come last. */
export const dayOf = ({ fields }: ReportCard): string =>
  fields.flatMap(({ figure }) => (figure && 'day' in figure ? [figure.day] : []))[0] ?? '9999'

/** One row for each card of every kind; fields with one label share a column ("Kommune"). */
export function cardTable(report: Report, settings: TableSettings): Table {
  const words = wordsIn(report.language)
  const { column, fileName } = words.results
  const rows = settings.isByDay ? byDay(rowsOf(report)) : rowsOf(report)
  const kind: Column = [column.kind, ({ card }) => words.kinds[card.kind].label]
  const headline: Column = [column.headline, ({ card }) => card.headline]
  return tableOf(fileName.cards, [kind, headline, ...cardColumns(report, rows, settings)], rows)
}

/** One table for each kind that has cards, with the columns of that kind and without those that would stay empty. */
function kindTables(report: Report, settings: TableSettings): Table[] {
  const words = wordsIn(report.language)
  const all = settings.isByDay ? byDay(rowsOf(report)) : rowsOf(report)
  return kindNames.flatMap((kind) => {
    const rows = all.filter(({ card }) => card.kind === kind)
    if (rows.length === 0) return []
    const headline: Column = [fieldLabel(words, kind, traitsOf(kind).headline), ({ card }) => card.headline]
    const columns = [headline, ...cardColumns(report, rows, settings)]
    return [withoutEmptyColumns(tableOf(words.kinds[kind].plural, columns, rows))]
  })
}

function withoutEmptyColumns({ name, columns, rows }: Table): Table {
  const isFilled = columns.map((_, n) => rows.some((cells) => cells[n] !== ''))
  const filled = <Item>(items: readonly Item[]) => items.filter((_, n) => isFilled[n])
  return { name, columns: filled(columns), rows: rows.map(filled) }
}

/** Everything as sheets: how much there is, then a sheet for each kind. */
export const allTables = (report: Report, settings: TableSettings): Table[] => [
  overviewTable(report),
  ...kindTables(report, settings),
]

/** How many cards of which kind each group has: a row for each kind, because there are more of them than groups. */
function overviewTable(report: Report): Table {
  const words = wordsIn(report.language)
  const kinds = kindNames.filter((kind) => rowsOf(report).some(({ card }) => card.kind === kind))
  return {
    name: words.results.overview,
    columns: [words.results.column.kind, ...report.groups.map(({ name }) => name)],
    rows: kinds.map((kind) => [
      words.kinds[kind].plural,
      ...report.groups.map(({ cards }) => countOf(cards, kind)),
    ]),
  }
}

function countOf(cards: readonly ReportCard[], kind: ArtefactKind): Cell {
  const number = cards.filter((card) => card.kind === kind).length
  return { text: String(number), number }
}

const rowsOf = (report: Report): Row[] =>
  report.groups.flatMap(({ name, cards }) => cards.map((card) => ({ group: name, card })))

function tableOf(name: string, columns: Column[], rows: readonly Row[]): Table {
  return {
    name,
    columns: columns.map(([title]) => title),
    rows: rows.map((row) => columns.map(([, cell]) => cell(row))),
  }
}

function cardColumns(report: Report, rows: readonly Row[], { withIds, isByDay }: TableSettings): Column[] {
  const words = wordsIn(report.language)
  const time = localTime(report.language, report.timeZone)
  const { column } = words.results
  const traced: Column[] = [
    [column.relations, ({ card }) => relationText(card, false)],
    [column.phase, ({ card }) => phaseText(card, words)],
    [column.place, ({ card }) => card.places.join('\n')],
    [column.id, ({ card }) => card.id],
  ]
  const groups = report.groups.length > 1 ? [[column.group, ({ group }) => group] as Column] : []
  if (isByDay) return [...fieldColumns(rows), ...groups, ...(withIds ? traced : [])]
  return [
    ...fieldColumns(rows),
    [column.evidence, ({ card }) => (withIds ? relationText(card, true) : (card.evidence ?? ''))],
    [words.artefacts.tags.label, ({ card }) => card.tags.join(', ')],
    [words.artefacts.status.label, ({ card }) => card.status],
    ...groups,
    [column.author, ({ card }) => card.author ?? words.artefacts.author.anonymous],
    [
      column.created,
      ({ card }) => ({ text: time.moment(card.createdAt), moment: time.wallClock(card.createdAt) }),
    ],
    ...(withIds ? traced : []),
  ]
}

/** A column for each label that any of the cards uses, in the order of the kinds' fields. */
function fieldColumns(rows: readonly Row[]): Column[] {
  const labels = new Set(
    rows.flatMap(({ card }) => card.fields.filter(isForTables).map(({ label }) => label)),
  )
  return [...labels].map((label) => [
    label,
    ({ card }) => fieldCell(card.fields.find((field) => field.label === label)),
  ])
}

/** How a card looks says nothing in a list, and a picture is not in one. */
const isForTables = ({ aside, type }: ReportField) => type !== 'image' && !aside

function fieldCell(field: ReportField | undefined): Cell {
  if (!field) return ''
  const { text, figure } = field
  if (figure === null) return text
  return 'number' in figure ? { text, number: figure.number } : { text, day: new Date(figure.day) }
}

function relationText(card: ReportCard, leadsBack: boolean): string {
  const relations = card.relations
    .filter((relation) => relation.leadsBack === leadsBack)
    .map(({ label, target }) => `${label} ${target}`)
  return [...(leadsBack && card.evidence !== null ? [card.evidence] : []), ...relations].join('\n')
}

const phaseText = ({ phase }: ReportCard, words: Words) => (phase === null ? '' : words.workshop.phase[phase])
