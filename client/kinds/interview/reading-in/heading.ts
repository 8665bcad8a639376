/** What the heading of an interview says of it; empty or null where it says nothing. */
export interface HeadingFacts {
  number: number | null
  place: string
  /** YYYY-MM-DD */
  date: string | null
  /** Function of the person, where the heading names it before the place. */
  function: string
}

const MAX_HEADING_CHARS = 140
/** Of place and function together; a sentence has more. */
const MOST_WORDS = 12
/** "Interview 3 (Stadt Aue, 3.2.2026)", "Gespräch Nr. 2: Leitung Bürgerbüro, Stadt Aue", "Protokoll 1 – Kreis Moor" */
const HEADING =
  /^(?:Interview|Gespräch|Protokoll|Interviewprotokoll|Gesprächsprotokoll|Conversation|Protocol)s?[^\S\n]*(?:Nr\.?|No\.?|#)?[^\S\n]*(\d{1,3})[^\S\n]*(?:$|(?=[(:–—,|-])|(?=mit |with ))(.*)$/iu
const PLACE =
  /^(?:hanse|kreisfreie |große |kleine |inkommunale )?(?:stadt|samtgemeinde|gemeinde|landkreis|kreis|region|insel|flecken|markt|verbandsgemeinde|county|town|city|municipality)\b|stadt |gemeinde|landkreis/iu

/** The facts in a line, if it is the heading of an interview; null for every other line. */
export function interviewHeading(line: string): HeadingFacts | null {
  const found = line.length <= MAX_HEADING_CHARS ? HEADING.exec(line.trim()) : null
  if (!found) return null
  const date = dateIn(found[2]!)
  const parts = partsOf(date ? found[2]!.replace(date.said, '') : found[2]!)
  // A sentence that begins with "Interview 3" is none
  if (parts.join(' ').split(' ').length > MOST_WORDS) return null
  const at = parts.length > 1 ? placeAmong(parts) : 0
  return {
    number: Number(found[1]),
    place: parts[at] ?? '',
    date: date?.day ?? null,
    function: parts.filter((_, n) => n !== at).join(', '),
  }
}

function placeAmong(parts: readonly string[]): number {
  const named = parts.findIndex((part) => PLACE.test(part))
  return named === -1 ? parts.length - 1 : named
}

/** What stands between commas, without brackets that explain ("rund 6.000 Einwohner:innen"). */
function partsOf(text: string): string[] {
  return text
    .replace(/\((?=[^)]*\d)[^)]*\p{L}{4}[^)]*\)/gu, (bracket) =>
      /einwohn|inhabit/iu.test(bracket) ? '' : bracket,
    )
    .replace(/^[\s:–—|-]+|[()]/g, ' ')
    .split(/[,;|]|\s[–—-]\s/)
    .map((part) =>
      part
        .replace(/\s+/g, ' ')
        .replace(/^(mit|with) /i, '')
        .trim(),
    )
    .filter((part) => /\p{L}/u.test(part))
}

const MONTHS = [
  /^jan/i, /^feb/i, /^(mär|mar|mae)/i, /^apr/i, /^(mai|may)/i, /^jun/i,
  /^jul/i, /^aug/i, /^sep/i, /^(okt|oct)/i, /^nov/i, /^(dez|dec)/i,
] // prettier-ignore

/** The first day that a text names in full. */
export function dateIn(text: string): { day: string; said: string } | null {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(text)
  if (iso) return dayOf(iso[0], iso[1]!, iso[2]!, iso[3]!)
  const dotted = /\b(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d{2})\b/.exec(text)
  if (dotted) return dayOf(dotted[0], dotted[3]!, dotted[2]!, dotted[1]!)
  const worded = /\b(\d{1,2})\.?\s(\p{L}{3,9})\.?\s((?:19|20)\d{2})\b/u.exec(text)
  const month = worded ? MONTHS.findIndex((name) => name.test(worded[2]!)) : -1
  return worded && month >= 0 ? dayOf(worded[0], worded[3]!, `${month + 1}`, worded[1]!) : null
}

function dayOf(said: string, year: string, month: string, day: string) {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const isDay = new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text)
  return isDay ? { day: text, said } : null
}
