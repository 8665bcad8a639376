import { kindNames, type ArtefactKind } from '../kinds/index.ts'
import { localTime } from './local-time.ts'
import type { Report, ReportCard, ReportField } from './report.ts'
import { wordsIn, type Words } from './words.ts'

/** Cards as rows of cells, for CSV and XLSX. */
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

/** One row for each card of every kind; fields with one label share a column ("Kommune"). */
export function cardTable(report: Report): Table {
  const words = wordsIn(report.language)
  const rows = rowsOf(report)
  const kind: Column = [words.results.column.kind, ({ card }) => words.kinds[card.kind].label]
  return tableOf(words.results.fileName.cards, [kind, ...cardColumns(report, rows)], rows)
}

/** One table for each kind that has cards, without columns that would stay empty. */
export function kindTables(report: Report): Table[] {
  const words = wordsIn(report.language)
  const all = rowsOf(report)
  return kindNames.flatMap((kind) => {
    const rows = all.filter(({ card }) => card.kind === kind)
    const table = tableOf(words.kinds[kind].plural, cardColumns(report, rows), rows)
    return rows.length > 0 ? [withoutEmptyColumns(table)] : []
  })
}

function withoutEmptyColumns({ name, columns, rows }: Table): Table {
  const isFilled = columns.map((_, n) => rows.some((cells) => cells[n] !== ''))
  const filled = <Item>(items: readonly Item[]) => items.filter((_, n) => isFilled[n])
  return { name, columns: filled(columns), rows: rows.map(filled) }
}

/** How many cards of which kind each group has. */
export function overviewTable(report: Report): Table {
  const words = wordsIn(report.language)
  const kinds = kindNames.filter((kind) => rowsOf(report).some(({ card }) => card.kind === kind))
  return {
    name: words.results.overview,
    columns: [words.results.column.group, ...kinds.map((kind) => words.kinds[kind].plural)],
    rows: report.groups.map((group) => [group.name, ...kinds.map((kind) => countOf(group.cards, kind))]),
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

function cardColumns(report: Report, rows: readonly Row[]): Column[] {
  const words = wordsIn(report.language)
  const time = localTime(report.language, report.timeZone)
  const { column } = words.results
  return [
    [column.headline, ({ card }) => card.headline],
    ...fieldColumns(rows),
    [column.evidence, ({ card }) => relationText(card, true)],
    [column.relations, ({ card }) => relationText(card, false)],
    [words.artefacts.tags.label, ({ card }) => card.tags.join(', ')],
    [words.artefacts.status.label, ({ card }) => card.status],
    [column.group, ({ group }) => group],
    [column.phase, ({ card }) => phaseText(card, words)],
    [column.place, ({ card }) => card.places.join('\n')],
    [column.author, ({ card }) => card.author ?? words.artefacts.author.anonymous],
    [
      column.created,
      ({ card }) => ({ text: time.moment(card.createdAt), moment: time.wallClock(card.createdAt) }),
    ],
    [column.id, ({ card }) => card.id],
  ]
}

/** A column for each label that any of the cards uses, in the order of the kinds' fields. */
function fieldColumns(rows: readonly Row[]): Column[] {
  const labels = new Set(rows.flatMap(({ card }) => card.fields.map(({ label }) => label)))
  return [...labels].map((label) => [
    label,
    ({ card }) => fieldCell(card.fields.find((field) => field.label === label)),
  ])
}

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
