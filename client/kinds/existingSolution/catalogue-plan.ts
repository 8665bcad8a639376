import { folded } from '#shared/base/folded-text.ts'
import { cutBetweenCharacters } from '#shared/base/visible-text.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import { existingSolution } from '#shared/kinds/existingSolution/spec.ts'
import type { FieldSpec, FieldValue } from '#shared/kinds/field.ts'
import { profileIdIn } from './gallery-file.ts'
import { maturityOf } from './maturity.ts'

const specs: Readonly<Record<string, FieldSpec>> = existingSolution.fields

/** Fields a column may fill, in the order of the card. */
export const importedFields = Object.keys(specs).filter((name) =>
  ['text', 'line', 'number'].includes(specs[name]!.type),
)

/** Which column (from 0) fills which field; fields that no column fills are missing. */
export type Mapping = Readonly<Record<string, number>>

/** How heads of columns call what a field holds, in lists of town halls. */
const HEADS: Record<string, RegExp> = {
  name: /^(name|bezeichnung|titel|(?:bestands)?lösung|produkt|anwendung|(?:fach|it-?)?verfahren|fachanwendung|system|solution|product|software)/i,
  purpose: /zweck|wofür|beschreibung|purpose|description/i,
  provider: /anbieter|hersteller|bereitsteller|betreiber|dienstleister|provider|vendor/i,
  users: /nutz(?!ung)|kommune|im einsatz|eingesetzt (?:in|bei|von)|anwender|users|municipal/i,
  maturity: /reife|status|stand\b|maturity/i,
  technology: /techn|plattform|platform/i,
  interfaces: /schnittstelle|interface/i,
  licence: /lizenz|licen[cs]e/i,
  costModel: /kosten|preis|cost|price/i,
  frameworkContract: /rahmen|vergabe|vertrag|contract|procure/i,
  reuse: /nachnutz|reuse/i,
  contact: /kontakt|ansprech|contact/i,
  gaps: /lücke|fehlt|grenzen|gap/i,
  link: /link|url|internet|web|seite/i,
  origin: /herkunft|quelle|(?<!open[ -]?)source|origin/i,
}

/** A first guess by the heads; each column fills one field at most. */
export function proposedMapping(head: readonly string[]): Mapping {
  const taken = new Set<number>()
  const mapping: Record<string, number> = {}
  for (const name of importedFields) {
    const column = head.findIndex((title, n) => !taken.has(n) && HEADS[name]?.test(title.trim()) === true)
    if (column === -1) continue
    taken.add(column)
    mapping[name] = column
  }
  return mapping
}

/** Of a head that names fields. */
export const mappingByName = (head: readonly string[]): Mapping =>
  Object.fromEntries(head.flatMap((name, n) => (importedFields.includes(name) ? [[name, n]] : [])))

/** Columns that fill no field though something stands in them, in the order of the list, from 0. */
export const unusedColumns = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  mapping: Mapping,
): number[] => {
  const used = new Set(Object.values(mapping))
  return [...head.keys()].filter((n) => !used.has(n) && rows.some((cells) => (cells[n] ?? '').trim() !== ''))
}

/** What reading a list in would do; nothing is done before somebody has seen it. */
export interface CataloguePlan {
  fresh: Record<string, FieldValue>[]
  /** Solutions that are there already, with what they lack and the list knows. */
  filled: { id: string; fields: Record<string, FieldValue> }[]
  /** Rows that say nothing new. */
  same: number
  /** Rows without a name. */
  nameless: number
  /** Texts that are longer than their field may be, and are cut. */
  cut: number
  /** Words that name none of the steps of maturity, in the order of the list, each once; their fields stay empty. */
  unread: string[]
}

/**
 * The same list twice makes nothing twice: a solution is known by the profile it is described in, else by its name and its
 * provider, else by its name alone where only one of that name is there and one of both says no provider. What stands in a card stays, because people wrote it; only what is empty is filled.
 */
export function catalogueOf(
  rows: readonly (readonly string[])[],
  mapping: Mapping,
  existing: readonly Artefact[],
): CataloguePlan {
  const plan: CataloguePlan = { fresh: [], filled: [], same: 0, nameless: 0, cut: 0, unread: [] }
  const cards = knownBy(existing, ({ fields }) => fields)
  const made = knownBy<Record<string, FieldValue>>([], (fields) => fields)
  for (const cells of rows) {
    const { fields, cut, unread } = fieldsFrom(cells, mapping)
    plan.cut += cut
    plan.unread = [...new Set([...plan.unread, ...unread])]
    if (fields.name === undefined) {
      plan.nameless++
      continue
    }
    const [card, twin] = [cards.find(fields, 'orByNameAlone'), made.find(fields)]
    if (card) fill(plan, card, fields)
    else if (twin) Object.assign(twin, { ...fields, ...twin })
    else {
      made.add(fields)
      plan.fresh.push(fields)
    }
  }
  return plan
}

type Said = Readonly<Record<string, unknown>>

/** Things found by what they say of a solution: the profile first, and where neither is of another one, name and provider. */
function knownBy<Thing>(things: readonly Thing[], fieldsOf: (thing: Thing) => Said) {
  const byProfile = new Map<string, Thing>()
  const byName = new Map<string, { thing: Thing; provider: string }[]>()
  const add = (thing: Thing) => {
    const fields = fieldsOf(thing)
    const profile = profileIdIn(fields.link)
    if (profile !== null) byProfile.set(profile, thing)
    const name = folding(fields.name)
    byName.set(name, [...(byName.get(name) ?? []), { thing, provider: folding(fields.provider) }])
  }
  things.forEach(add)
  const find = (fields: Said, or?: 'orByNameAlone'): Thing | undefined => {
    const profile = profileIdIn(fields.link)
    const same = profile === null ? undefined : byProfile.get(profile)
    if (same) return same
    const provider = folding(fields.provider)
    const isOther = (thing: Thing) => profile !== null && profileIdIn(fieldsOf(thing).link) !== null
    const named = (byName.get(folding(fields.name)) ?? []).filter(({ thing }) => !isOther(thing))
    const exact = named.find((one) => one.provider === provider)
    const [open, ...more] = named.filter((one) => provider === '' || one.provider === '')
    const found = exact ?? (or && more.length === 0 ? open : undefined)
    // From now on it is that provider's, and no other's of the same list
    if (found && found.provider === '') found.provider = provider
    return found?.thing
  }
  return { add, find }
}

function fill(plan: CataloguePlan, card: Artefact, fields: Record<string, FieldValue>): void {
  const missing = Object.entries(fields).filter(([name]) => isEmpty(card.fields[name]))
  if (missing.length === 0) plan.same++
  else plan.filled.push({ id: card.id, fields: Object.fromEntries(missing) })
}

const isEmpty = (value: FieldValue | undefined) => value === undefined || value === null || value === ''

const folding = (said: unknown) => folded(typeof said === 'string' ? said.trim() : '').spelled

function fieldsFrom(cells: readonly string[], mapping: Mapping) {
  const fields: Record<string, FieldValue> = {}
  const unread: string[] = []
  let cut = 0
  for (const [name, column] of Object.entries(mapping)) {
    const spec = specs[name]
    const said = (cells[column] ?? '').trim()
    if (!spec || said === '') continue
    if (spec.type === 'number') {
      const level = maturityOf(said)
      if (level === null) unread.push(said)
      else fields[name] = level
    } else if ('maxChars' in spec) {
      const words = spec.type === 'line' ? said.replace(/\s+/g, ' ') : said
      if (words.length > spec.maxChars) cut++
      fields[name] = cutBetweenCharacters(words, spec.maxChars)
    }
  }
  return { fields, cut, unread }
}
