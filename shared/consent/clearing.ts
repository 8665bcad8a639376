import type { ArtefactSnapshot } from '../document/snapshot.ts'
import { wordsOfRichText } from '../document/rich-text.ts'
import type { FieldSpec, FieldValue, Item } from '../kinds/field.ts'

/** Names of properties are shorter; what is longer may be people's words, as in `meta` of a shape. */
const LONGEST_NAME = 24

/** Whether a text repeats what is withheld. */
type Repeats = (text: string) => boolean

/**
 * The value without texts that repeat what is withheld, wherever they stand in it: names, tags, labels, alternative
 * texts. In their place stands `instead`. Formatted text is looked at as a whole, because a word in bold divides it.
 */
export function cleared<Value>(value: Value, repeats: Repeats, instead: string): Value {
  return clearedPart(value, repeats, instead) as Value
}

function clearedPart(value: unknown, repeats: Repeats, instead: string): unknown {
  if (typeof value === 'string') return repeats(value) ? instead : value
  if (Array.isArray(value)) return value.map((inner) => clearedPart(inner, repeats, instead))
  if (typeof value !== 'object' || value === null) return value
  if (isFormatted(value) && repeats(wordsOfRichText(value))) return plainParagraph(instead)
  const entries = Object.entries(value).map(([key, inner]) => [
    key.length > LONGEST_NAME && repeats(key) ? instead : key,
    clearedPart(inner, repeats, instead),
  ])
  return Object.fromEntries(entries)
}

/** tldraw's formatted text: ProseMirror's document as JSON. */
const isFormatted = (value: object) => 'type' in value && value.type === 'doc' && 'content' in value

const plainParagraph = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

type Specs = Readonly<Record<string, FieldSpec>>
type Fields = ArtefactSnapshot['fields']

/** Whether texts of one card repeat together what none of them does: read field by field, row by row or column by column. */
export function isDivided(
  [fields, tags]: readonly [Fields, readonly string[]],
  specs: Specs,
  repeats: Repeats,
): boolean {
  const texts = wordsWritten(fields, specs)
  const columns = Object.entries(specs).flatMap(([name, spec]) => columnsIn(fields[name], spec))
  return [[...texts, ...tags], ...columns].some((parts) => parts.length > 1 && repeats(parts.join(' ')))
}

/** Everything that people write in the fields, field by field. */
export const wordsWritten = (fields: Fields, specs: Specs): string[] =>
  Object.entries(specs).flatMap(([name, spec]) => textsIn(fields[name], spec))

/** The fields with `instead` in place of everything that people write in them. */
export const withoutWords = (fields: Fields, specs: Specs, instead: string): Fields =>
  withWords(fields, specs, () => instead)

/** The fields with everything that people write in them said otherwise; ids, choices and days stay what they are. */
export function withWords(fields: Fields, specs: Specs, said: (words: string) => string): Fields {
  const saidIn = <Value>(value: Value, spec: FieldSpec | undefined): Value | string =>
    isWords(spec) && isWritten(value) ? said(value) : value
  const inField = (value: FieldValue, spec: FieldSpec | undefined): FieldValue => {
    if (spec?.type !== 'items' || !isItems(value)) return saidIn(value, spec)
    return value.map((item) => ({
      ...item,
      fields: Object.fromEntries(
        Object.entries(item.fields).map(([name, inner]) => [name, saidIn(inner, spec.fields[name])]),
      ),
    }))
  }
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, inField(value, specs[name])]),
  )
}

const isWords = (spec: FieldSpec | undefined) => spec?.type === 'text' || spec?.type === 'line'

const isItems = (value: FieldValue | undefined): value is Item[] => Array.isArray(value)

const isWritten = (value: unknown): value is string => typeof value === 'string' && value !== ''

function textsIn(value: FieldValue | undefined, spec: FieldSpec): string[] {
  if (isWords(spec)) return isWritten(value) ? [value] : []
  if (spec.type !== 'items' || !isItems(value)) return []
  const names = wordsIn(spec.fields)
  return value.flatMap(({ fields }) => names.map((name) => fields[name]).filter(isWritten))
}

function columnsIn(value: FieldValue | undefined, spec: FieldSpec): string[][] {
  if (spec.type !== 'items' || !isItems(value)) return []
  return wordsIn(spec.fields).map((name) => value.map(({ fields }) => fields[name]).filter(isWritten))
}

const wordsIn = (specs: Specs) => Object.keys(specs).filter((name) => isWords(specs[name]))
