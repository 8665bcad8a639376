import { WIDTHLESS } from '../base/folded-text.ts'
import { isKind, traitsOf } from '../kinds/index.ts'

/** A name in a protocol that somebody should look at before anything of it leaves. */
export interface NameInText {
  name: string
  type: 'person' | 'provider'
  /** How often it stands in the text. */
  count: number
}

/** "Frau Petersen", "Herrn Dr. Meyer-Lüders", "Prof. Ney" */
const PERSON =
  /(?<![\p{L}\p{N}])(?:(?:Herrn?|Frau|Kollegin|Kollege|Mr\.?|Mrs\.?|Ms\.?)\s+(?:(?:Dr|Prof)\.\s+)*|(?:(?:Dr|Prof)\.\s+)+)((?:(?:von|van|de|zu)\s+)?\p{Lu}[\p{Ll}]+(?:[-\s]\p{Lu}[\p{Ll}]+)?)/gu
/** "Muster Software GmbH", "HannIT AöR" */
const COMPANY =
  /(?<![\p{L}\p{N}])((?:[\p{Lu}][\p{L}\p{N}&.-]*\s+){1,4})(?:GmbH|AG|SE|KG|AöR|e\.\s?G\.|eG|mbH|Inc\.|Ltd\.)(?![\p{L}])/gu

/**
 * Names of persons, by the title before them, and of providers: companies by what they are, and whatever the room or the
 * workshop knows as a provider or product. A proposal for people, no proof: a bare surname is not found.
 * @param known names of providers and products that the room knows
 */
export function namesIn(read: string, known: readonly string[]): NameInText[] {
  const text = legible(read)
  const found = new Map<string, NameInText['type']>()
  for (const [, name] of text.matchAll(PERSON)) found.set(name!.trim(), 'person')
  for (const [, name] of text.matchAll(COMPANY)) found.set(name!.trim(), 'provider')
  for (const name of known.map(legible))
    if (name.length > 2 && countOf(text, name) > 0) found.set(name, 'provider')
  return [...found].map(([name, type]) => ({ name, type, count: countOf(text, name) }))
}

/** Letters with their marks, and nothing between them that nobody sees. */
const legible = (text: string) => text.normalize('NFC').replace(WIDTHLESS, '')

/** Providers and products that a room knows: what its catalogue's cards are called, and what stands beside that. */
export function knownNames(
  cards: readonly { kind: string; fields: Readonly<Record<string, unknown>> }[],
): string[] {
  const names = cards.flatMap(({ kind, fields }) => {
    const traits = isKind(kind) ? traitsOf(kind) : null
    return traits?.catalogue ? [traits.headline, ...traits.detail].map((name) => fields[name]) : []
  })
  const said = names.map((name) => (typeof name === 'string' ? name.trim() : ''))
  return [...new Set(said)].filter((name) => name.length > 2)
}

function countOf(text: string, name: string): number {
  const escaped = name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  return [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu'))].length
}
