/**
 * How texts are compared, wherever they are: search, filter, marks, repetitions. Case, accents, composed or decomposed
 * letters, kinds of hyphens, hyphens inside words, breaks and widths of space do not count. An umlaut equals its letter
 * and its spelling in two, which one form alone cannot say (folding "ue" would take the "er" out of "Steuer"); so a
 * text has two forms, and is like another one where they agree in either.
 */
export interface Folded {
  /** "Bürger" → "burger" */
  plain: string
  /** "Bürger" → "buerger" */
  spelled: string
}

type Form = keyof Folded

/** A stretch of a text, in UTF-16 units, `end` exclusive. */
interface Place {
  start: number
  end: number
}

/** What is drawn as nothing between two letters: a soft hyphen, joiners, a mark of byte order. */
export const WIDTHLESS = /[\u00ad\u200b-\u200d\u2060\ufeff]/g
/** Hyphens inside a word, with the line break of a divided one; what has no width; space; a letter with its marks. */
const PIECES = new RegExp(
  String.raw`(?<gone>(?<=[\p{L}\p{N}\p{M}])[-\u2010\u2011\u00ad](?:[^\S\n]*\n\s*)?(?=[\p{L}\p{N}])|${WIDTHLESS.source})|\s+|\P{M}\p{M}*|\p{M}+`,
  'gu',
)
const SPELLED: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' }
/** Letters that Unicode does not take apart. */
const TWINS: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd' }
const LIKE: readonly [RegExp, string][] = [
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/[‘’‚‛′]/g, "'"],
  [/[“”„‟«»″]/g, '"'],
]

export function folded(text: string): Folded {
  let [plain, spelled] = ['', '']
  for (const { piece, isGone } of piecesOf(text)) {
    plain += isGone ? '' : foldedPiece(piece, 'plain')
    spelled += isGone ? '' : foldedPiece(piece, 'spelled')
  }
  return { plain, spelled }
}

/** Whether the part stands anywhere in the text. */
export const holds = (text: Folded, part: Folded): boolean =>
  text.plain.includes(part.plain) || text.spelled.includes(part.spelled)

/** Whether the text begins with the part. */
export const begins = (text: Folded, part: Folded): boolean =>
  text.plain.startsWith(part.plain) || text.spelled.startsWith(part.spelled)

/** Whether two texts are the same to a reader; space at their ends does not count. */
export function isSameText(a: string, b: string): boolean {
  const [one, other] = [folded(a.trim()), folded(b.trim())]
  return one.plain === other.plain || one.spelled === other.spelled
}

/** What somebody searches for, word by word: all of them have to be found, in any order. */
export function foldedWords(query: string): Folded[] {
  const { plain, spelled } = folded(query)
  const others = wordsIn(spelled)
  return wordsIn(plain).map((word, n) => ({ plain: word, spelled: others[n]! }))
}

const wordsIn = (text: string) => text.split(' ').filter(Boolean)

/** Where the query stands in the text, in order, without overlaps, at most `max` times. */
export const placesOf = (text: string, query: string, max: number): Place[] =>
  searchable(text)(folded(query.trim()), max)

/** The text, prepared once, to be searched for many queries. */
export function searchable(text: string): (wanted: Folded, max: number) => Place[] {
  const forms = haystacksOf(text)
  return (wanted, max) => placesAmong(forms, wanted, max)
}

function placesAmong(forms: Record<Form, Haystack>, wanted: Folded, max: number): Place[] {
  if (wanted.plain === '') return []
  const found = (['plain', 'spelled'] as const).flatMap((form) => placesIn(forms[form], wanted[form], max))
  const places: Place[] = []
  for (const place of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (place.start >= (places.at(-1)?.end ?? 0) && places.length < max) places.push(place)
  }
  return places
}

interface Haystack {
  letters: string
  /** Where each letter stands in the text. */
  origins: Place[]
}

function haystacksOf(text: string): Record<Form, Haystack> {
  const [plain, spelled]: [Haystack, Haystack] = [
    { letters: '', origins: [] },
    { letters: '', origins: [] },
  ]
  for (const { piece, isGone, start } of piecesOf(text)) {
    if (isGone) continue
    const place = { start, end: start + piece.length }
    add(plain, foldedPiece(piece, 'plain'), place)
    add(spelled, foldedPiece(piece, 'spelled'), place)
  }
  return { plain, spelled }
}

function add(haystack: Haystack, letters: string, place: Place): void {
  haystack.letters += letters
  for (let n = 0; n < letters.length; n++) haystack.origins.push(place)
}

function placesIn({ letters, origins }: Haystack, wanted: string, max: number): Place[] {
  const places: Place[] = []
  let at = letters.indexOf(wanted)
  while (at !== -1 && places.length < max) {
    places.push({ start: origins[at]!.start, end: origins[at + wanted.length - 1]!.end })
    at = letters.indexOf(wanted, at + wanted.length)
  }
  return places
}

function* piecesOf(text: string) {
  for (const { 0: piece, index: start, groups } of text.matchAll(PIECES)) {
    yield { piece, start, isGone: groups?.gone !== undefined }
  }
}

const known: Record<Form, Map<string, string>> = { plain: new Map(), spelled: new Map() }
/** Letters that were met are remembered; nobody fills the memory with inventions. */
const MOST_KNOWN = 2_000

function foldedPiece(piece: string, form: Form): string {
  const met = known[form].get(piece)
  if (met !== undefined) return met
  const result = fold(piece, form)
  if (known[form].size < MOST_KNOWN) known[form].set(piece, result)
  return result
}

function fold(piece: string, form: Form): string {
  if (/^\s/.test(piece)) return ' '
  const letter = piece.normalize('NFKC').toLowerCase()
  if (form === 'spelled' && letter in SPELLED) return SPELLED[letter]!
  const bare = letter.normalize('NFD').replace(/\p{M}/gu, '')
  const like = LIKE.reduce((sign, [pattern, other]) => sign.replace(pattern, other), bare)
  return [...like].map((sign) => TWINS[sign] ?? sign).join('')
}
