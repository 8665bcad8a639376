import { WIDTHLESS } from '../base/folded-text.ts'
import { firstNames } from './first-names.ts'
import { wellKnownProviders } from './well-known-providers.ts'
import { isKind, traitsOf } from '../kinds/index.ts'

/** A name in a protocol that somebody should look at before anything of it leaves. */
export interface NameInText {
  name: string
  type: 'person' | 'provider'
  /** How often it stands in the text. */
  count: number
}

const NAME = String.raw`\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*`
const ADDRESS = String.raw`(?:Herrn?|Frau|Kollegin|Kollege|Mr\.?|Mrs\.?|Ms\.?|(?:Ober)?[Bb]ürgermeister(?:in)?|Landr(?:at|ätin)|[Mm]ayor)`
const DEGREE = String.raw`(?:Dr|Prof)\.`
/** "Frau Petersen", "Herrn Dr. Hans-Peter Meyer-Lüders", "Prof. Ney", "Bürgermeisterin Aydin", "Landrat Herr Ott" */
const PERSON = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:${ADDRESS}\s+)+(?:${DEGREE}\s+)*|(?:${DEGREE}\s+)+)(?!${ADDRESS}\s)((?:(?:von|van|de|zu)\s+)?${NAME}(?:\s${NAME})?)`,
  'gu',
)
const OF = String.raw`(?:(?:von|van|de|zu|vom|zur|el|al)\s+(?:der\s+|den\s+)?)?`
const FIRST = String.raw`(?:${firstNames.join('|')})`
/** "Sabine Krüger", "Hans-Peter von der Heide": a surname is a name behind a first name. */
const NAMED = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(${FIRST}(?:[- ]${FIRST}){0,3} (?:\p{Lu}\. )?${OF})(${NAME})(?![\p{L}\p{N}])`,
  'gu',
)
/** "Frau M.", "Herr Dr. K": shortened, the person is meant all the same. */
const SHORTENED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:Herrn?|Frau|Kollegin|Kollege)\s(?:${DEGREE}\s)*\p{Lu}(?![\p{L}\p{N}])\.?(?:[\s-]?\p{Lu}\.)*`,
  'gu',
)
/** "Fachbereichsleiter Petersen", "Sachbearbeiterin Aydin" */
const IN_OFFICE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])\p{Lu}\p{Ll}*(?:leiter|bearbeiter|dezernent|referent|geschäftsführer|koordinator|mitarbeiter|sekretär|kämmerer|beigeordnete|beauftragte)(?:in|r|n)? (${NAME})(?![\p{L}\p{N}])`,
  'giu',
)
/** What somebody is in charge of stands in the same place: "Sachbearbeiterin Wohngeld". */
const IN_CHARGE_OF =
  /(?:ung|keit|heit|schaft|dienste?|wesen|amt|geld|ion|tät|recht|bau|hilfe|service|büro|ordnung|verkehr|soziales|inneres|jugend|kultur|schule|bildung|umwelt|finanzen|personal|organisation|technik|informatik|management|stelle|bereich|wirtschaft|pflege|steuern?|kasse|familie|kita|zentrale|der|die|das)$/iu

/** "Muster Software GmbH", "HannIT AöR" */
const COMPANY =
  /(?<![\p{L}\p{N}])((?:[\p{Lu}][\p{L}\p{N}&.-]*\s+){1,4})(?:GmbH|AG|SE|KG|AöR|e\.\s?G\.|eG|mbH|Inc\.|Ltd\.)(?![\p{L}])/gu
/** "der Anbieter Nordsoft", "die Firma Meyer & Co" */
const CALLED =
  /(?<![\p{L}\p{N}])(?:Firm(?:a|en)|Anbieter(?:in|s)?|Hersteller(?:in|s)?|IT-Dienstleister(?:in|s)?|vendor|provider)\s+((?:\p{Lu}[\p{L}\p{N}.&-]*[\p{L}\p{N}])(?:\s&\s\p{Lu}[\p{L}\p{N}-]*)?)/gu
const IS_CALLED = /^(?:Firma|Anbieter(?:in)?|Hersteller(?:in)?|IT-Dienstleister(?:in)?)\s+/u
/** A capital within a word stands in names of products, and in forms that mean everybody. */
const BRAND = /(?<![\p{L}\p{N}.-])(\p{Lu}\p{Ll}+\p{Lu}[\p{L}\p{N}]*)(?![\p{L}\p{N}])/gu
const NO_BRAND = /(?:Innen|In)$|^(?:KiTa|MwSt|GmbH|StGB|Io[TS]|[SPI]aaS)/u

/**
 * Names of persons, by the title, the first name or the office before them, and of providers: companies by what they are or are called, products by how
 * they are spelled, what is known everywhere, and whatever the room or the workshop knows as a provider or product. A
 * proposal for people, no proof: a bare surname is found only where it stands behind more of a name, or behind an office.
 * @param known names of providers and products that the room knows
 */
export function namesIn(read: string, known: readonly string[]): NameInText[] {
  const text = legible(read)
  const found = new Map<string, NameInText['type']>()
  for (const [, name] of text.matchAll(PERSON)) found.set(name!.trim(), 'person')
  for (const [, first, surname] of text.matchAll(NAMED))
    for (const name of [`${first}${surname}`, surname!]) found.set(name, 'person')
  for (const [shortened] of text.matchAll(SHORTENED)) found.set(shortened, 'person')
  for (const [, name] of text.matchAll(IN_OFFICE))
    if (/^\p{Lu}/u.test(name!) && !IN_CHARGE_OF.test(name!)) found.set(name!, 'person')
  const providers = [COMPANY, CALLED, BRAND].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, name]) => name!.trim().replace(IS_CALLED, '')),
  )
  for (const name of providers) if (!NO_BRAND.test(name) && !found.has(name)) found.set(name, 'provider')
  for (const name of [...known, ...wellKnownProviders].map(legible))
    if (name.length > 2 && text.includes(name) && countOf(text, name) > 0) found.set(name, 'provider')
  // The word after a name may be any noun: whoever looks at "Petersen Anträge" has not looked at Petersen
  const standsAlone = (name: string) => {
    const longer = [...found.keys()].filter((other) => other !== name && countOf(other, name) > 0)
    return (
      countOf(
        longer.reduce((rest, other) => rest.replaceAll(other, ' '), text),
        name,
      ) > 0
    )
  }
  return [...found]
    .filter(([name]) => standsAlone(name))
    .map(([name, type]) => ({ name, type, count: countOf(text, name) }))
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
