import { plainKind, traitsOf } from '../kinds/index.ts'
import type { ReportCard, ReportField } from './report.ts'
import { plain, type Block, type Quote, type Run, type Runs } from './tree.ts'
import { wordTable } from './word-table.ts'
import { counted, fill, type Words } from './words.ts'
import type { References } from './references.ts'
import { standpointOf } from './standpoint.ts'

export interface Wording {
  words: Words
  references: References
  /** Names of pictures by asset; one that is not there is left out. */
  picture: (assetId: string) => string | null
}

/**
 * Cards as people read them: short ones as items of one list, what was said as quotes, the rest as a sentence with what
 * is known of it. Colours and other things that are for the eye or for tables are left out, and each card is told once.
 * @param place where they stand, for those that are told elsewhere
 */
export function cardBlocks(cards: readonly ReportCard[], place: string, wording: Wording): Block[] {
  const shown = cards.filter((card) => !card.withheld)
  const isMixed = new Set(shown.map(({ kind }) => kind)).size > 1
  const blocks: Block[] = []
  let list: { runs: Runs; id?: string }[] = []
  const endList = () => {
    if (list.length > 0) blocks.push({ type: 'list', ordered: false, items: list })
    list = []
  }
  for (const card of shown) {
    const told = wording.references.toldIn(card.id)
    const isFirst = told === null
    wording.references.tell(card.id, place)
    if (!isFirst) list.push({ runs: referenceTo(card, told, wording) })
    else if (isShort(card)) list.push(shortItem(card, isMixed, wording))
    else {
      endList()
      blocks.push(
        ...(traitsOf(card.kind).said ? [quoteBlock(card, wording)] : longCard(card, isMixed, wording)),
      )
    }
  }
  endList()
  return [...blocks, ...withheldBlock(cards, wording)]
}

/** What a card says beside its headline, in sentences. */
export const proseFields = (card: ReportCard) => card.fields.filter(({ aside }) => !aside)

const isShort = (card: ReportCard) => {
  const [only, ...others] = proseFields(card)
  const isBrief = only === undefined || only.type === 'choice'
  return !traitsOf(card.kind).said && isBrief && others.length === 0 && !card.headline.includes('\n')
}

function shortItem(card: ReportCard, isMixed: boolean, wording: Wording) {
  return {
    id: wording.references.anchor(card.id),
    runs: [
      ...titleRuns(card, isMixed, wording),
      ...proseFields(card).map(({ label, text }) => ({ text: ` · ${label}: ${text}`, quiet: true as const })),
      ...behind(card, wording),
    ],
  }
}

function referenceTo(card: ReportCard, place: string, { words, references }: Wording): Runs {
  const seen = fill(words.documents.seen, { place })
  return [{ text: `${card.headline} ` }, { text: seen, quiet: true, to: references.anchor(card.id) }]
}

/** The number of a piece of evidence, then its words. Plain slips need no name of their kind, others do among strangers. */
function titleRuns(card: ReportCard, isMixed: boolean, { words, references }: Wording): Run[] {
  const number = references.numberOf(card.id)
  const isNamed = isMixed && card.kind !== plainKind
  const text = isNamed
    ? fill(words.documents.kindOf, { kind: words.kinds[card.kind].label, text: card.headline })
    : card.headline
  return [...(number === null ? [] : [{ text: `[${number}] ` }]), { text }]
}

/** How ripe it is, where it is more than a draft, and what it rests on. */
function behind(card: ReportCard, wording: Wording): Run[] {
  const evidence = evidenceRuns(card, wording)
  const ripe: Run[] = card.maturity === 'draft' ? [] : [{ text: ` · ${card.status}`, quiet: true }]
  return [...ripe, ...(evidence.length > 0 ? [{ text: ' · ', quiet: true } as const, ...evidence] : [])]
}

/** Numbers that lead to the quotes; empty where a card needs none and has none. */
function evidenceRuns({ trail, role, evidence }: ReportCard, { words, references }: Wording): Run[] {
  const texts = words.documents
  const numbers = numberRuns(trail.pieces, references)
  const against = numberRuns(trail.contradictions, references)
  const interviews = trail.interviews.length
  // What stands behind it may be with another group, or withheld: then it has no number here
  const elsewhere = trail.pieces.length > 0 && evidence !== null
  const bare = elsewhere ? fill(texts.elsewhere, { evidence }) : role === 'needed' ? texts.unproven : ''
  const behindIt =
    interviews > 0 ? ` · ${counted(interviews, texts.interviews_one, texts.interviews_other)}` : ''
  return [
    ...(numbers.length > 0
      ? [
          { text: `${texts.evidence} `, quiet: true } as const,
          ...numbers,
          { text: behindIt, quiet: true } as const,
        ]
      : [{ text: bare, quiet: true } as const]),
    ...(against.length > 0 ? [{ text: ` · ${texts.against} `, strong: true } as const, ...against] : []),
  ].filter(({ text }) => text !== '')
}

interface Numbered {
  number: number
  to: string
}

/** "[1]–[5] [38]": what was numbered in a row is named by its ends, because forty numbers are read by nobody. */
export function numberRuns(ids: readonly string[], references: References): Run[] {
  const numbered = ids
    .flatMap((id): Numbered[] => {
      const number = references.numberOf(id)
      return number === null ? [] : [{ number, to: references.anchor(id) }]
    })
    .sort((a, b) => a.number - b.number)
  return rowsOfNumbers(numbered).flatMap((row, n) => {
    const [first, last] = [row[0]!, row.at(-1)!]
    const ends = row.length < SHORTEST_ROW ? row : [first, last]
    const between = row.length < SHORTEST_ROW ? ' ' : '–'
    return [
      ...(n > 0 ? [{ text: ' ' }] : []),
      ...ends.flatMap(({ number, to }, at): Run[] => [
        ...(at > 0 ? [{ text: between }] : []),
        { text: `[${number}]`, to },
      ]),
    ]
  })
}

const SHORTEST_ROW = 3

function rowsOfNumbers(numbered: readonly Numbered[]): Numbered[][] {
  const rows: Numbered[][] = []
  for (const one of numbered) {
    const last = rows.at(-1)
    if (last && last.at(-1)!.number === one.number - 1) last.push(one)
    else rows.push([one])
  }
  return rows
}

export function quoteBlock(card: ReportCard, { words, references }: Wording): Quote {
  // Who and where, then how it was written down.
  const fields = proseFields(card)
  const isChoice = ({ type }: ReportField) => type === 'choice'
  const parts = [...fields.filter((field) => !isChoice(field)), ...fields.filter(isChoice)].map(
    ({ text }) => text,
  )
  const source = parts.length > 0 ? plain(parts.join(' · ')) : []
  return {
    type: 'quote',
    id: references.anchor(card.id),
    number: references.numberOf(card.id),
    text: fill(words.results.report.quotation, { text: card.headline }),
    source,
  }
}

function longCard(card: ReportCard, isMixed: boolean, wording: Wording): Block[] {
  const sentence = standpointOf(card, wording.words)
  if (sentence !== null) {
    const runs = [...titleRuns({ ...card, headline: sentence }, isMixed, wording), ...behind(card, wording)]
    return [{ type: 'paragraph', id: wording.references.anchor(card.id), runs }]
  }
  const fields = proseFields(card)
  const terms = fields.filter(({ rows, pictures }) => rows === null && pictures.length === 0)
  const title = titleRuns(card, isMixed, wording).map((run): Run => ({ ...run, strong: true }))
  return [
    {
      type: 'paragraph',
      id: wording.references.anchor(card.id),
      runs: [...title, ...behind(card, wording)],
    },
    ...termBlocks(terms),
    ...fields.flatMap((field) => recordBlocks(card, field, wording)),
    ...fields.flatMap((field) => pictureBlocks(card, field, wording)),
  ]
}

const termBlocks = (fields: readonly Pick<ReportField, 'label' | 'text'>[]): Block[] =>
  fields.length > 0
    ? [{ type: 'terms', terms: fields.map(({ label, text }) => ({ label, runs: plain(text) })) }]
    : []

/** With more of them words as short as "Gefühl" break on A4, in whatever letters a word processor has. */
const MAX_COLUMNS = 5

/** Records with one field each are a list, those with many a part each, others a table. */
function recordBlocks(card: ReportCard, { rows, label }: ReportField, { words }: Wording): Block[] {
  if (rows === null || rows.cells.length === 0) return []
  if (rows.columns.length === 1) {
    const lead: Block = { type: 'paragraph', runs: [{ text: label, strong: true }] }
    return [
      lead,
      { type: 'list', ordered: true, items: rows.cells.map(([text]) => ({ runs: plain(text!) })) },
    ]
  }
  if (rows.columns.length > MAX_COLUMNS) return stepBlocks(label, rows)
  const columns = [words.documents.rowNumber, ...rows.columns].map((title) => ({ title }))
  const numbered = rows.cells.map((cells, n) => [String(n + 1), ...cells])
  return [wordTable(`${card.headline}: ${label}`, columns, numbered)]
}

/** Each numbered by its first field, and below it what else is said of it. */
const stepBlocks = (label: string, { columns, cells }: NonNullable<ReportField['rows']>): Block[] => [
  { type: 'paragraph', runs: [{ text: label, strong: true }] },
  ...cells.flatMap(([first = '', ...others], n): Block[] => {
    const said = others
      .map((text, at) => ({ label: columns[at + 1]!, text }))
      .filter(({ text }) => text !== '')
    return [{ type: 'paragraph', runs: [{ text: `${n + 1}. ${first}` }] }, ...termBlocks(said)]
  }),
]

function pictureBlocks(card: ReportCard, { pictures, label }: ReportField, wording: Wording): Block[] {
  return pictures.flatMap(({ assetId, text }): Block[] => {
    const name = wording.picture(assetId)
    const caption = text || `${card.headline}: ${label}`
    return name === null
      ? []
      : [{ type: 'picture', name, alt: `${label}: ${text || card.headline}`, caption }]
  })
}

/** That something is missing is said, and how often. */
export function withheldBlock(cards: readonly ReportCard[], { references }: Wording): Block[] {
  const missing = cards.filter(({ id, withheld }) => withheld && references.toldIn(id) === null)
  for (const { id } of missing) references.tell(id, '')
  const texts = [...new Set(missing.map(({ headline }) => headline))].map((headline) => {
    const count = missing.filter((card) => card.headline === headline).length
    return count === 1 ? headline : `${headline} (${count} ×)`
  })
  return texts.map((text) => ({ type: 'paragraph', runs: [{ text, quiet: true }] }))
}
