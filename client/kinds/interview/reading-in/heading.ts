/** What the heading of an interview says of it; empty or null where it says nothing. */
export interface HeadingFacts {
  number: number | null
  /** Where it has more than a number: "2b". */
  label?: string
  place: string
  /** YYYY-MM-DD */
  date: string | null
  /** Function of the person, where the heading names it before the place. */
  function: string
}

const MAX_HEADING_CHARS = 140
/** Of place and function together; a sentence has more. */
const MOST_WORDS = 12
/** "Interview", "Experteninterview", "Gesprächsprotokoll", "Protokoll zum Interview", "Interviewpartnerin", "Fokusgruppe" */
const NAME =
  '(?:(?:protokoll|transkript|protocol|transcript)\\s+(?:zu|zum|des|vom|of|of the)\\s+)?(?:' +
  '\\p{L}*?(?:interview|gespräch|befragung|conversation)(?:s?-?(?:protokoll|transkript|partner(?:[:*]?in)?|protocol|transcript))?' +
  '|fokusgruppe|gruppendiskussion|focus group|protokoll|transkript|protocol|transcript)'
const ORDINALS = ['erst', 'zweit', 'dritt', 'viert', 'fünft', 'sechst', 'siebt', 'acht', 'neunt', 'zehnt']
/** "Interview 3 (Stadt Aue, 3.2.2026)", "Gespräch Nr. 2: Leitung Bürgerbüro, Stadt Aue", "Protokoll II – Kreis Moor", "Interview A", "Interview 2b" */
const NUMBERED = new RegExp(
  `^${NAME}\\s*(?:Nr\\.?|No\\.?|#)?\\s*(\\d{1,3}[a-h]?|[IVX]{1,4}|(?<=\\s)[A-Z](?!\\.))(?:\\s*/\\s*\\d{1,3})?(?![\\p{L}\\d]|\\.\\s?\\d)(.*)$`,
  'iu',
)
/** "3. Interview: Stadt Aue", "Drittes Gespräch (Stadt Aue)" */
const ORDERED = new RegExp(
  `^(\\d{1,3}\\.|(?:${ORDINALS.join('|')})e[rs]?)\\s+${NAME}(?![\\p{L}\\d])(.*)$`,
  'iu',
)
/** "Interview mit der Gemeinde Moor, 14.11.2025" */
const UNNUMBERED = new RegExp(`^()${NAME}(?![\\p{L}\\d])(.+)$`, 'iu')
/** What stands behind a number where it is the one of a heading. */
const GOES_ON = /^\s*(?:$|[(:–—,|-]|(?:mit|am|vom|in|aus|bei|with|on|at|from)\s)/iu
const IS_SENTENCE = /[.!?;:]\s*$/
const PLACE =
  /^(?:hanse|kreisfreie |große |kleine |inkommunale )?(?:stadt|samtgemeinde|gemeinde|landkreis|kreis|region|insel|flecken|markt|verbandsgemeinde|county|town|city|municipality)\b|stadt |gemeinde|landkreis/iu

/**
 * The facts in a line, if it is the heading of an interview; null for every other line.
 * @param isTitle whether the file itself calls it a heading
 */
export function interviewHeading(line: string, isTitle = false): HeadingFacts | null {
  const words = line.length <= MAX_HEADING_CHARS ? line.trim().replace(/_+/g, ' ') : ''
  const found = NUMBERED.exec(words) ?? ORDERED.exec(words) ?? UNNUMBERED.exec(words)
  if (!found) return null
  const [, said = '', rest = ''] = found
  const number = numberOf(said)
  const date = dateIn(rest)
  const label = /^\d+[a-h]$/i.test(said) ? said : undefined
  const parts = partsOf(withoutDate(rest, date))
  const isTelling = date !== null || parts.some((part) => PLACE.test(part))
  const mayGoOn = (number !== null || label !== undefined) && GOES_ON.test(rest)
  // A sentence that begins with "Interview 3" is none
  if (parts.join(' ').split(' ').length > MOST_WORDS || (IS_SENTENCE.test(words) && !mayGoOn)) return null
  if (!mayGoOn && !isTelling && !(isTitle && number === null && said === '')) return null
  const at = parts.length > 1 ? placeAmong(parts) : 0
  return { number, ...(label && { label }), date: date?.day ?? null, ...placeAndFunction(parts, at) }
}

/** "Teilnehmerin 1 (Stadt Aue)", "Befragte Person 2 – Bürgerbüro" */
const PERSON_NUMBERED =
  /^(?:teilnehm(?:er(?:[:*]?in)?|ende[rs]?)|proband(?:[:*]?in)?|(?:befragte[rs]?|interviewte[rs]?)(?: person)?|(?:interview)?person|expert(?:e|[:*]?in)|participant|respondent)\s?(\d{1,2})\s*(?:\(([^)]*)\)|[–—-]\s(.*))$/iu
/** "I1 – Stadt Aue", "IP 2 (Kreis Moor)". With a colon behind it, it is a speaker of a transcript. */
const CODED = /^(?:I|IP|B|P|T|TN|E|G|FG)\s?(\d{1,2})\s*(?:\(([^)]*)\)|[–—-]\s(.*))$/u
const ITEM = /^(\d{1,2})[.)]\s+/
/** "Stadt Aue", "Landkreis Moor am See": no heading that only speaks of towns ("Stadt und Land"). */
const NAMED_PLACE =
  /^(?:hanse|kreisfreie |große |kleine )?(?:[Hh]anse|[Gg]roß|[Uu]niversitäts)?(?:[Ss]tadt|[Ss]amtgemeinde|[Vv]erbandsgemeinde|[Gg]emeinde|[Ll]andkreis|[Kk]reis|[Rr]egion|[Ii]nsel|[Ff]lecken|[Mm]arkt|[Tt]own of|[Cc]ity of|[Cc]ounty)\s+\p{Lu}[\p{L}-]+(?:\s+(?:an|am|im|in|bei|ob|unter|vor|auf|der|dem|den|de[rs]|\p{Lu}[\p{L}.-]*))*$/u

/**
 * The facts in a line that does not say that an interview follows, but looks like it: whom it was with, or where and when. One
 * alone means nothing; several in a row may (`divide.ts`).
 */
export function likelyHeading(line: string, isTitle: boolean): HeadingFacts | null {
  const words = line.length <= MAX_HEADING_CHARS ? line.trim() : ''
  const person = PERSON_NUMBERED.exec(words) ?? CODED.exec(words)
  const item = ITEM.exec(words)
  const rest = person ? (person[2] ?? person[3] ?? '') : words.slice(item?.[0].length ?? 0)
  const date = dateIn(rest)
  const parts = partsOf(withoutDate(rest, date))
  if (parts.join(' ').split(' ').length > MOST_WORDS || IS_SENTENCE.test(words)) return null
  const isPlaced = parts.some((part) => NAMED_PLACE.test(part))
  const isTelling = isTitle ? isPlaced || date !== null : isPlaced && date !== null
  if (!person && !isTelling) return null
  const said = person?.[1] ?? item?.[1]
  const at = parts.length > 1 ? placeAmong(parts) : 0
  return {
    number: said === undefined ? null : Number(said),
    date: date?.day ?? null,
    ...placeAndFunction(parts, at),
  }
}

/** A day stands between other facts, with or without commas. */
const withoutDate = (text: string, date: { said: string } | null) =>
  date ? text.replace(date.said, ', ').replace(/(?<!\p{L})(?:am|vom|on)\s*,/iu, ',') : text

/** "12", "XII", "3.", "C" and "drittes" as a number; null for everything else. */
function numberOf(said: string): number | null {
  const ordinal = ORDINALS.findIndex((word) => said.toLowerCase().startsWith(word))
  if (ordinal >= 0) return ordinal + 1
  if (/^\d+\.?$/.test(said)) return parseInt(said, 10)
  if (/^[A-HJ-UWYZ]$/.test(said)) return said.charCodeAt(0) - 'A'.charCodeAt(0) + 1
  return /^(?:X{0,3})(?:IX|IV|V?I{0,3})$/.test(said) && said !== '' ? romanOf(said) : null
}

function romanOf(said: string): number {
  const worth: Record<string, number> = { I: 1, V: 5, X: 10 }
  const values = [...said].map((sign) => worth[sign]!)
  return values.reduce((sum, value, n) => sum + (value < (values[n + 1] ?? 0) ? -value : value), 0)
}

/** "Bürgermeisterin der Stadt Aue": a place with what somebody is there. */
const OF_PLACE =
  /^(.+?)\s+(?:der|des|in der|im|bei der|aus der|of the)\s+(?=(?:hanse|kreisfreien? )?(?:stadt|samtgemeinde|gemeinde|landkreis|region|insel)\b)(.+)$/iu
/** Who it was is not what they do: the function goes outside in place of the name. */
const PERSON = /^(?:frau|herrn?|mr|mrs|ms)\b/iu

function placeAndFunction(parts: readonly string[], at: number): { place: string; function: string } {
  const [, does = '', where = ''] = OF_PLACE.exec(parts[at] ?? '') ?? []
  const others = parts.filter((_, n) => n !== at)
  return {
    place: where || (parts[at] ?? ''),
    function: [...others, does].filter((part) => part !== '' && !PERSON.test(part)).join(', '),
  }
}

function placeAmong(parts: readonly string[]): number {
  const named = parts.findIndex((part) => PLACE.test(part))
  return named === -1 ? parts.length - 1 : named
}

/** Said of a protocol that is not there. */
export const NO_PROTOCOL =
  /(?:kein|ohne|no|without a?)\s*(?:protokoll|transkript|protocol|transcript)|(?:protokoll|transkript|protocol|transcript)\s+(?:fehlt|liegt nicht vor|is missing|missing)/iu

/** What stands between commas, without brackets that explain ("rund 6.000 Einwohner:innen"). */
function partsOf(text: string): string[] {
  return text
    .replace(/\((?=[^)]*\d)[^)]*\p{L}{4}[^)]*\)/gu, (bracket) =>
      /einwohn|inhabit/iu.test(bracket) ? '' : bracket,
    )
    .replace(NO_PROTOCOL, ' ')
    .replace(/^[\s:–—|-]+|[()]/g, ' ')
    .split(/[,;|]|\s[–—-](?:\s|$)/)
    .map((part) =>
      part
        .replace(/\s+/g, ' ')
        .replace(/^[\s:–—-]+/, '')
        .trim()
        .replace(/\s+(?:am|vom|on)$/i, '')
        .replace(/^(?:(?:am|vom|on)(?= |$) ?)?(?:(?:mit|in|aus|bei|with|at|from|der|dem|the)(?= |$) ?)*/i, '')
        .trim(),
    )
    .filter((part) => /\p{L}/u.test(part) && !isMonth(part))
}

const MONTHS = [
  /^jan/i, /^feb/i, /^(mär|mar|mae)/i, /^apr/i, /^(mai|may)/i, /^jun/i,
  /^jul/i, /^aug/i, /^sep/i, /^(okt|oct)/i, /^nov/i, /^(dez|dec)/i,
] // prettier-ignore

const ABOUT_WHEN =
  /^(?:im\s+)?(?:(?:anfang|mitte|ende|early|mid|late)\s+)?(\p{L}{3,9})\.?\s+(?:19|20)\d{2}$/iu

/** "Februar 2026", "Herbst 2025": no day, and no function either. */
function isMonth(part: string): boolean {
  const word = ABOUT_WHEN.exec(part)?.[1] ?? ''
  return /^(?:frühjahr|frühling|sommer|herbst|winter|spring|summer|autumn)$/i.test(word) || isMonthName(word)
}

const isMonthName = (word: string) =>
  /^(?:januar|jänner|februar|märz|maerz|april|mai|juni|juli|august|september|oktober|november|dezember|january|february|march|may|june|july|october|december|jan|feb|mär|mrz|apr|jun|jul|aug|sept?|okt|oct|nov|dez|dec)$/i.test(
    word,
  )

/** The first day that a text names in full. */
export function dateIn(text: string): { day: string; said: string } | null {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(text)
  if (iso) return dayOf(iso[0], iso[1]!, iso[2]!, iso[3]!)
  const dotted = /\b(\d{1,2})\.\s?(\d{1,2})\.\s?((?:(?:19|20)\d{2})|\d{2})\b/.exec(text)
  if (dotted) return dayOf(dotted[0], dotted[3]!.padStart(4, '20'), dotted[2]!, dotted[1]!)
  const worded = /\b(\d{1,2})\.?\s(\p{L}{3,9})\.?\s((?:19|20)\d{2})\b/u.exec(text)
  const month = worded ? MONTHS.findIndex((name) => name.test(worded[2]!)) : -1
  return worded && month >= 0 ? dayOf(worded[0], worded[3]!, `${month + 1}`, worded[1]!) : null
}

function dayOf(said: string, year: string, month: string, day: string) {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const isDay = new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text)
  return isDay ? { day: text, said } : null
}
