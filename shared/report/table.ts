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
}

/** One row for each card of every kind; fields with one label share a column ("Kommune"). */
export function cardTable(report: Report, settings: TableSettings): Table {
  const words = wordsIn(report.language)
  const { column, fileName } = words.results
  const rows = rowsOf(report)
  const kind: Column = [column.kind, ({ card }) => words.kinds[card.kind].label]
  const headline: Column = [column.headline, ({ card }) => card.headline]
  return tableOf(fileName.cards, [kind, headline, ...cardColumns(report, rows, settings)], rows)
}

/** One table for each kind that has cards, with the columns of that kind and without those that would stay empty. */
export function kindTables(report: Report, settings: TableSettings): Table[] {
  const words = wordsIn(report.language)
  const all = rowsOf(report)
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

/** How many cards of which kind each group has: a row for each kind, because there are more of them than groups. */
export function overviewTable(report: Report): Table {
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

function cardColumns(report: Report, rows: readonly Row[], { withIds }: TableSettings): Column[] {
  const words = wordsIn(report.language)
  const time = localTime(report.language, report.timeZone)
  const { column } = words.results
  const traced: Column[] = [
    [column.relations, ({ card }) => relationText(card, false)],
    [column.phase, ({ card }) => phaseText(card, words)],
    [column.place, ({ card }) => card.places.join('\n')],
    [column.id, ({ card }) => card.id],
  ]
  return [
    ...fieldColumns(rows),
    [column.evidence, ({ card }) => (withIds ? relationText(card, true) : (card.evidence ?? ''))],
    [words.artefacts.tags.label, ({ card }) => card.tags.join(', ')],
    [words.artefacts.status.label, ({ card }) => card.status],
    ...(report.groups.length > 1 ? [[column.group, ({ group }) => group] as Column] : []),
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
