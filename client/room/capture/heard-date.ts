/** A calendar day as cards store it: YYYY-MM-DD. */
type Day = string

interface FoundDate {
  day: Day
  /** Where the words stand that say it, with the comma before and the preposition. */
  from: number
  to: number
}

const weekdays: readonly (readonly string[])[] = [
  ['sonntag', 'sunday'],
  ['montag', 'monday'],
  ['dienstag', 'tuesday'],
  ['mittwoch', 'wednesday'],
  ['donnerstag', 'thursday'],
  ['freitag', 'friday'],
  ['samstag', 'sonnabend', 'saturday'],
]
const months: readonly (readonly string[])[] = [
  ['januar', 'january', 'jan'],
  ['februar', 'february', 'feb'],
  ['märz', 'march', 'mär', 'mar'],
  ['april', 'apr'],
  ['mai', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['dezember', 'december', 'dez', 'dec'],
]
const small: Readonly<Record<string, number>> = {
  einer: 1,
  einem: 1,
  a: 1,
  one: 1,
  zwei: 2,
  two: 2,
  drei: 3,
  three: 3,
  vier: 4,
  four: 4,
}

const anyOf = (words: readonly (readonly string[])[]) => words.flat().join('|')
const before = String.raw`(?:[,;]?\s+|^)(?:(?:bis|by|am|on|until)(?:\s+(?:zum|zu|the|nächsten|kommenden|next))*\s+)`
const count = String.raw`(\d{1,2}|${Object.keys(small).join('|')})`

type Reading = [pattern: RegExp, day: (found: RegExpExecArray, today: Date) => Date | null]

/**
 * What people say for a day, in German and English, tried in this order. A preposition stands before it ("bis", "am", "by"), or
 * the words are of no other use ("morgen", "nächste Woche"): a bare weekday may be anything.
 */
const readings: readonly Reading[] = [
  [at(String.raw`(\d{4})-(\d{2})-(\d{2})`), ([, y, m, d]) => dayOf(Number(y), Number(m), Number(d))],
  [
    at(String.raw`(\d{1,2})\.\s?(\d{1,2})\.(\d{4}|\d{2})?`),
    ([, d, m, y], today) => nextDay(Number(d), Number(m), y, today),
  ],
  [
    at(String.raw`(\d{1,2})(?:\.|st|nd|rd|th)?\s+(${anyOf(months)})\b\.?(?:\s+(\d{4}))?`),
    ([, d, name, y], today) => nextDay(Number(d), indexIn(months, name) + 1, y, today),
  ],
  [
    at(String.raw`(${anyOf(months)})\s+(\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s+(\d{4}))?`),
    ([, name, d, y], today) => nextDay(Number(d), indexIn(months, name) + 1, y, today),
  ],
  [
    at(String.raw`(${anyOf(weekdays)})(?:abend|mittag)?\b`),
    ([, name], today) => plus(today, (indexIn(weekdays, name) - today.getDay() + 7) % 7 || 7),
  ],
  [loose(String.raw`(?:übermorgen|the day after tomorrow)\b`), (_, today) => plus(today, 2)],
  // Small: "jeden Morgen" is another word
  [
    /(?:[,;]?\s+(?:bis\s+|by\s+)?(?:morgen|tomorrow)|^(?:[Bb]is\s+)?(?:[Mm]orgen|[Tt]omorrow))\b/u,
    (_, today) => plus(today, 1),
  ],
  [loose(String.raw`(?:heute|today)\b`), (_, today) => today],
  [
    loose(String.raw`in\s+${count}\s+(?:wochen?|weeks?)\b`),
    ([, n = ''], today) => plus(today, 7 * (small[n.toLowerCase()] ?? Number(n))),
  ],
  [
    loose(String.raw`in\s+${count}\s+(?:tagen?|days?)\b`),
    ([, n = ''], today) => plus(today, small[n.toLowerCase()] ?? Number(n)),
  ],
  [loose(String.raw`(?:nächste|kommende|next)r?\s+(?:woche|week)\b`), (_, today) => friday(plus(today, 7))],
  [
    loose(String.raw`(?:ende\s+(?:der|dieser)\s+woche|(?:the\s+)?end\s+of\s+(?:the|this)\s+week)\b`),
    (_, today) => friday(today),
  ],
  [
    loose(
      String.raw`(?:ende\s+(?:des|dieses)\s+monats|monatsende|(?:the\s+)?end\s+of\s+(?:the|this)\s+month)\b`,
    ),
    (_, today) => new Date(today.getFullYear(), today.getMonth() + 1, 0),
  ],
]

function at(words: string): RegExp {
  return new RegExp(before + words, 'iu')
}
function loose(words: string): RegExp {
  return new RegExp(String.raw`(?:[,;]?\s+|^)(?:(?:bis|by|am|zum|until)\s+)*` + words, 'iu')
}

/** The first day that a line speaks of; null where it speaks of none. @param today in the writer's time zone */
export function dateIn(line: string, today: Date): FoundDate | null {
  for (const [pattern, read] of readings) {
    const found = pattern.exec(line)
    const day = found && read(found, today)
    if (found && day) return { day: asDay(day), from: found.index, to: found.index + found[0].length }
  }
  return null
}

const indexIn = (words: readonly (readonly string[])[], word = '') =>
  words.findIndex((names) => names.includes(word.toLowerCase()))

const plus = (day: Date, days: number) => new Date(day.getFullYear(), day.getMonth(), day.getDate() + days)

/** That of the same week, also on a weekend: then the one that comes. */
const friday = (day: Date) => plus(day, (5 - day.getDay() + 7) % 7)

/** Null for a day that there is not, as 31 February. */
function dayOf(year: number, month: number, day: number): Date | null {
  const date = new Date(year, month - 1, day)
  return date.getMonth() === month - 1 && date.getDate() === day ? date : null
}

/** Without a year the one that comes next. */
function nextDay(day: number, month: number, year: string | undefined, today: Date): Date | null {
  if (year !== undefined) return dayOf(Number(year.length === 2 ? `20${year}` : year), month, day)
  const inThisYear = dayOf(today.getFullYear(), month, day)
  return inThisYear && inThisYear < plus(today, 0) ? dayOf(today.getFullYear() + 1, month, day) : inThisYear
}

function asDay(date: Date): Day {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
