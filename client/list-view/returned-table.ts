import { saidInCell } from '#shared/base/csv-text.ts'
import { BLACKENED, coarsening } from '#shared/consent/coarsening.ts'
import { withheldAmong } from '#shared/consent/withheld.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import { isDay } from '#shared/document/field-rules.ts'
import type { FieldSpec, ItemValue } from '#shared/kinds/field.ts'
import { fieldsOf, traitsOf, type ArtefactKind } from '#shared/kinds/index.ts'
import type { KindTexts } from '#shared/kinds/texts.ts'

/** Words that a table was written with, in one language. */
export interface TableWords {
  kinds: Record<ArtefactKind, KindTexts>
  id: string
  headline: string
  /** Heads of columns that say something about a card and are none of its fields. */
  about: readonly string[]
  /** What stands in place of words that stayed in the group. */
  withheld: readonly string[]
}

/** A field that says something else in the table than in its card. */
export interface ReturnedChange {
  artefact: Artefact
  field: string
  value: ItemValue
}

/** What reading a table back in would do; nothing is done before somebody has seen it. */
export interface ReturnedTable {
  changes: ReturnedChange[]
  /** Rows that say what their cards say. */
  same: number
  /** Rows whose cards are in no place here: of other groups, or gone. */
  elsewhere: number
  withoutId: number
  /** Rows of interviews and what was said in them, of cards that stay in the group, and of held ones: no table changes those. */
  fixed: number
  /** Cells that were written anew over words that are said otherwise outside: those are not changed from a table, either. */
  kept: number
  /** Cells that hold no day, number or word that the field knows, or too much. */
  unclear: { artefact: Artefact; field: string; said: string }[]
}

/** Whether any sheet has a column with ids, which is how its cards are known. */
export const hasIds = (sheets: readonly Rows[], words: readonly TableWords[]) =>
  sheets.some(({ rows: [head = []] }) => words.some(({ id }) => head.includes(id)))

interface Rows {
  rows: readonly (readonly string[])[]
}

/**
 * What of a table that was taken along with ids (`shared/report/table.ts`) is different in the room's cards by now. Whoever
 * changed it last is not known, so each change is shown before it is made. Columns are found by their heads, in either language.
 * @param room all of its cards, and those that this person has to leave as they are
 */
export function returnedTable(
  sheets: readonly Rows[],
  languages: readonly TableWords[],
  room: { cards: readonly Artefact[]; held: ReadonlySet<string> },
): ReturnedTable {
  const counts = { same: 0, elsewhere: 0, withoutId: 0, fixed: 0, kept: 0 }
  const plan: ReturnedTable = { changes: [], unclear: [], ...counts }
  const cards = new Map<string, Artefact>(room.cards.map((card) => [card.id, card]))
  const withheld = withheldAmong(room.cards)
  const asSnapshot = (card: Artefact) => ({ ...card, formerFields: {} })
  const coarsened = coarsening(room.cards.map(asSnapshot))
  for (const { rows } of sheets) {
    const [head = [], ...lines] = rows
    const words = languages.find(({ id }) => head.includes(id))
    if (!words) continue
    const at = head.indexOf(words.id)
    for (const cells of lines) {
      const id = cells[at] ?? ''
      const artefact = cards.get(id)
      if (!artefact) {
        plan[id === '' ? 'withoutId' : 'elsewhere']++
        continue
      }
      const line: Line = { head, cells, words, languages }
      if (
        isFixed(artefact.kind) ||
        room.held.has(id) ||
        withheld.has(id) ||
        isWithheldIn(artefact.kind, line)
      )
        plan.fixed++
      else compare(plan, artefact, coarsened(asSnapshot(artefact)).fields, line)
    }
  }
  return plan
}

/** Their words are somebody's, and outside their places may be called otherwise. */
const isFixed = (kind: ArtefactKind) => ['is', 'source'].includes(traitsOf(kind).evidence)

interface Line {
  head: readonly string[]
  cells: readonly string[]
  words: TableWords
  languages: readonly TableWords[]
}

/** @param outgoing its fields as a table says them */
function compare(plan: ReturnedTable, artefact: Artefact, outgoing: Artefact['fields'], line: Line): void {
  const { kind, fields } = artefact
  let isSame = true
  for (const [field, spec] of Object.entries(fieldsOf(kind))) {
    const said = saidOf(kind, field, line)
    if (said === null || isPlaceholder(said, artefact, field, line)) continue
    const value = valueOf(said, spec, (option) => optionsOf(kind, field, line.words)[option])
    if (value === undefined || isAlike(value, outgoing[field], spec)) continue
    isSame = false
    if (outgoing[field] !== fields[field] || said.includes(BLACKENED)) plan.kept++
    else if (value === UNCLEAR) plan.unclear.push({ artefact, field, said })
    else plan.changes.push({ artefact, field, value })
  }
  if (isSame) plan.same++
}

/** A card that stayed in its group went without all of its words, and those that the cells lack are none taken away. */
const isWithheldIn = (kind: ArtefactKind, line: Line) =>
  isWithheld(saidOf(kind, traitsOf(kind).headline, line) ?? '', line)

const isWithheld = (said: string, { languages }: Line) =>
  languages.some(({ withheld }) => withheld.some((text) => said.includes(`[${text}]`)))

/** What a table puts where nothing is said or may be said: nobody's words. */
function isPlaceholder(said: string, { kind }: Artefact, field: string, line: Line): boolean {
  if (isWithheld(said, line)) return true
  return field === traitsOf(kind).headline && line.languages.some(({ kinds }) => kinds[kind].empty === said)
}

/** Null where the table has no such column. */
function saidOf(kind: ArtefactKind, field: string, line: Line): string | null {
  const column = columnOf(kind, field, line)
  return column === null ? null : saidInCell(line.cells[column] ?? '').trim()
}

function columnOf(kind: ArtefactKind, field: string, { head, words }: Line): number | null {
  // Where all kinds stand in one table, their headlines do in one column
  const headline = head.indexOf(words.headline)
  if (field === traitsOf(kind).headline && headline >= 0) return headline
  const label = words.kinds[kind].fields[field]?.label ?? field
  const named = head.flatMap((title, n) => (title === label && n > headline ? [n] : []))
  // Without values of its own the field has no column, and the one so called says something else
  return words.about.includes(label) && named.length === 1 ? null : (named[0] ?? null)
}

const optionsOf = (kind: ArtefactKind, field: string, { kinds }: TableWords) =>
  kinds[kind].fields[field]?.options ?? {}

const UNCLEAR = Symbol()

/** undefined: nothing is asked of the field. */
function valueOf(
  said: string,
  spec: FieldSpec,
  labelOf: (option: string) => string | undefined,
): ItemValue | typeof UNCLEAR | undefined {
  switch (spec.type) {
    case 'text':
    case 'line': {
      const words = written(said, spec)
      return words.length <= spec.maxChars ? words : UNCLEAR
    }
    case 'number': {
      const number = Number(said.replace(',', '.'))
      const fits = Number.isInteger(number) && number >= spec.min && number <= spec.max
      return said === '' ? null : fits ? number : UNCLEAR
    }
    case 'date':
      return said === '' ? null : (dayIn(said) ?? UNCLEAR)
    case 'choice': {
      const option = spec.options.find((one) => labelOf(one)?.toLowerCase() === said.toLowerCase())
      return said === '' ? undefined : (option ?? UNCLEAR)
    }
    default:
      return undefined
  }
}

const DAY_MS = 86_400_000
/** From where spreadsheets count days. */
const FIRST_DAY = Date.UTC(1899, 11, 30)

/** "12.03.2026", "12/03/2026" or "2026-03-12" as the last of them; a number where a spreadsheet forgot that it is a day. */
function dayIn(said: string): string | null {
  if (/^\d{5}$/.test(said)) return new Date(FIRST_DAY + Number(said) * DAY_MS).toISOString().slice(0, 10)
  const written = said.replace(
    /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/,
    (_, day: string, month: string, year: string) =>
      `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  )
  return isDay(written) ? written : null
}

/** Spreadsheets end lines and divide words in ways of their own. */
const written = (words: string, { type }: FieldSpec) =>
  (type === 'line' ? words.replace(/\s+/g, ' ') : words.replace(/\r\n?/g, '\n')).trim()

const isAlike = (value: ItemValue | typeof UNCLEAR, here: unknown, spec: FieldSpec) =>
  value !== UNCLEAR && written(String(value ?? ''), spec) === written(String(here ?? ''), spec)
