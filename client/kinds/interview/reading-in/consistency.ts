import { folded } from '#shared/base/folded-text.ts'
import type { InterviewPart, Part } from './divide.ts'

/** Something that does not add up in what was read; people decide what it means. */
export type Hint =
  /** The text speaks of so many interviews, and so many are there. */
  | { type: 'count'; announced: number; found: number }
  /** A place stands in the list of those that were asked, and no interview is from there. */
  | { type: 'missing'; place: string }
  /** A number between others has no interview, or two have it. */
  | { type: 'gap' | 'twice'; number: number }

const NUMBERS: Record<string, number> = {
  zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, sieben: 7, acht: 8, neun: 9, zehn: 10, elf: 11, zwölf: 12, dreizehn: 13,
  vierzehn: 14, fünfzehn: 15, sechzehn: 16, siebzehn: 17, achtzehn: 18, neunzehn: 19, zwanzig: 20,
  two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20,
} // prettier-ignore
const SAID = `\\d{1,2}|${Object.keys(NUMBERS).join('|')}`
const NUMBER = `(?<![\\p{L}\\d.-])(${SAID})(?![\\p{L}\\d])`
/** Words between a number and what it counts: no other number, but "aus drei Ämtern", and nothing that counts time or questions. */
const BETWEEN = `\\s+(?:(?:aus|von|an|from)\\s+(?:${SAID})\\s+|(?!(?:${SAID})\\s|minut|minüt|stund|stünd|tag|woch|monat|jahr|uhr|prozent|fragen|weeks|days|months|hours|questions)[\\p{L}:*-]+,?\\s+)`
const TALKS =
  '[\\p{L}-]*(?:interviews|gesprächen?|befragungen|fokusgruppen|gruppendiskussionen|conversations|focus groups)(?![\\p{L}])'
const ASKED = '(?:interviewt|befragt|gesprochen|interviewed)(?![\\p{L}])'
/** Of some of them, not of all: "in zwei Interviews", "bei drei Gesprächen". */
const OF_SOME = '(?<!(?<![\\p{L}])(?:in|bei|aus|nach|nur|weitere|after)\\s)'
const ANNOUNCED = [
  // "insgesamt fünf qualitative, semi-strukturierte Interviews", "6 Expertengespräche", "Von den sechs geplanten Gesprächen"
  `${OF_SOME}${NUMBER}${BETWEEN}{0,4}?${TALKS}`,
  // "Sechs Personen wurden interviewt", "mit sechs Beschäftigten gesprochen"
  `${OF_SOME}${NUMBER}${BETWEEN}{1,6}?${ASKED}`,
  // "Interviewt wurden sechs Personen", "interviewed six people"
  `${ASKED}\\s+(?:(?:wurden|haben|wir|insgesamt|were|with)\\s+){0,3}${NUMBER}`,
].map((pattern) => new RegExp(pattern, 'giu'))

/** Each number once, where it stands. */
function announcedIn(words: string): number[] {
  const found = ANNOUNCED.flatMap((pattern) => [...words.matchAll(pattern)])
  const places = found.map(
    ({ 0: all, 1: said, index }) => [index + all.indexOf(said!), numberOf(said!)] as const,
  )
  return [...new Map(places).values()]
}

/** What the texts beside the interviews announce, compared with what is there. */
export function consistencyOf(text: string, parts: readonly Part[]): Hint[] {
  const interviews = parts.filter((part): part is InterviewPart => part.type === 'interview')
  if (interviews.length === 0) return []
  const beside = parts
    .filter(({ type }) => type === 'document')
    .map(({ start, end }) => text.slice(start, end))
  const missing = beside.flatMap((words) => missingPlaces(words, interviews))
  const announced = beside.flatMap(announcedIn)
  const found = interviews.filter(({ isBare }) => !isBare).length
  const isThere = (number: number) => number === found || number === interviews.length + missing.length
  // "vier Interviews mit Leitungen und zwei Gespräche mit Beschäftigten" are six
  const isSum = isThere(announced.reduce((sum, number) => sum + number, 0))
  const differing = isSum ? [] : [...new Set(announced)].filter((number) => !isThere(number))
  return [
    ...differing.map((number): Hint => ({ type: 'count', announced: number, found })),
    ...missing.map((place): Hint => ({ type: 'missing', place })),
    ...numbering(interviews),
  ]
}

const numberOf = (said: string) => NUMBERS[said.toLowerCase()] ?? Number(said)

/** Of lists in which interviews' places stand, what no interview is from. */
function missingPlaces(words: string, interviews: readonly InterviewPart[]): string[] {
  const known = interviews.map(({ place }) => coreOf(place)).filter((place) => place !== '')
  return listsIn(words).flatMap((items) => {
    const isKnown = (item: string) => known.some((place) => coreOf(item) === place)
    if (items.filter(isKnown).length < 2) return []
    return items.filter((item) => !isKnown(item)).map((item) => item.replace(/\s*\([^)]*\)\s*$/, '').trim())
  })
}

function listsIn(words: string): string[][] {
  const lists: string[][] = [[]]
  for (const line of words.split('\n')) {
    const item = /^\s*(?:[-–•*]|\d+[.)])\s+(\S.*)$/.exec(line)?.[1]
    if (item) lists.at(-1)!.push(item)
    else if (line.trim() !== '') lists.push([])
  }
  return lists.filter((items) => items.length > 1)
}

/** A place without what it is: "Stadt Aue (kein Protokoll)" and "Aue" are one. */
const coreOf = (place: string) =>
  folded(place.replace(/\([^)]*\)/g, ''))
    .spelled.replace(
      /\b(kreisfreie|hanse|stadt|samtgemeinde|gemeinde|landkreis|kreis|region|insel|flecken)\b/g,
      '',
    )
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether two names mean one place. */
export const isSamePlace = (one: string, other: string): boolean =>
  coreOf(one) !== '' && coreOf(one) === coreOf(other)

function numbering(interviews: readonly InterviewPart[]): Hint[] {
  const numbers = interviews.flatMap(({ number }) => number ?? [])
  const twice = [...new Set(numbers.filter((number, n) => numbers.indexOf(number) !== n))]
  const gaps = Array.from({ length: Math.max(0, ...numbers) }, (_, n) => n + 1).filter(
    (one) => !numbers.includes(one),
  )
  // A file may hold the fourth to the sixth interview
  const inside = gaps.filter((gap) => gap > Math.min(...numbers))
  return [
    ...inside.map((number): Hint => ({ type: 'gap', number })),
    ...twice.map((number): Hint => ({ type: 'twice', number })),
  ]
}
