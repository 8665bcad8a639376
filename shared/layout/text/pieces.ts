import type { TextStyle } from './style.ts'
import { textWidth } from './widths.ts'

/** A stretch of text that is not broken unless it alone is longer than a line. */
interface Piece {
  text: string
  /** What stands between this piece and the next one when both are on one line, and what when the line ends here. */
  joint: { inside: string; atEnd: string }
}

const SPACE = { inside: ' ', atEnd: '' }
const NOTHING = { inside: '', atEnd: '' }
const SOFT_HYPHEN = { inside: '', atEnd: '-' }

/** Where a line may end inside a word: at soft hyphens (kept when splitting), behind hyphens and slashes. */
const insideWords = /(\u00ad)|(?<=[\p{L}\p{N}][-–—/])(?=\p{L})/u

/** Cuts a paragraph where lines may end. Spaces in a row count as one; no-break spaces hold together. */
export function piecesOf(paragraph: string): Piece[] {
  const words = paragraph.split(/[ \t]+/u).filter((word) => word.replaceAll('\u00ad', '') !== '')
  return words.flatMap((word) =>
    insideWords.test(word) ? joined(word.split(insideWords)) : [{ text: word, joint: SPACE }],
  )
}

function joined(parts: (string | undefined)[]): Piece[] {
  const pieces: Piece[] = []
  for (const part of parts) {
    const before = pieces.at(-1)
    if (part === '\u00ad' && before) before.joint = SOFT_HYPHEN
    else if (part && part !== '\u00ad') pieces.push({ text: part, joint: NOTHING })
  }
  const last = pieces.at(-1)
  if (last) last.joint = SPACE
  return pieces
}

const graphemes = new Intl.Segmenter('de', { granularity: 'grapheme' })

const isLetter = (sign: string | undefined) => sign !== undefined && /^\p{L}/u.test(sign)
/** One sound before a vowel; the sounds of several letters are those of German. */
const syllable = /^(?:sch[lmnrw]?|ch|ph|th|qu|[^aeiouyäöü])[aeiouyäöü]/iu
/** Words that often stand behind others in one, and would be cut into: "Schnitts-telle", "Date-naustausch". */
const secondWord =
  /^(?:amt|anfrage|antrag|anträg|arbeit|aufgabe|aufsicht|auftrag|austausch|auswahl|ausweis|auswertung|ebene|einheit|entwick|ordnung|partner|schrift|sprech|stadt|stand|stelle|steuer|straße|stück|stufe)/iu
const insideSound = /^(?:ch|ck|ph|pr|th|qu|sc|[aeiouäöü]{2})$/iu
const vowel = /[aeiouyäöü]/iu
const anyLetter = /\p{L}/u
/** Signs that part a word themselves: behind them it needs no hyphen. */
const parting = /[-–—/]$/u
/** In an address a hyphen would be read as one of its signs. */
const address = /[.:@_]\p{L}/u
const LONGEST_SECOND = 10
/** So many letters at least stand on either side of a hyphen. */
const FEWEST_LETTERS = 2

/**
 * A piece longer than a line, cut into line lengths; never between a letter and its marks. A word is cut with a hyphen,
 * behind one of its own or before a consonant that begins a syllable, however far back: no dictionary, because every
 * machine has to break alike. The sign that ends a sentence never stands alone. Where no syllable begins, a word is cut
 * between two sounds near the end of the line, and what has none, where the line ends.
 */
export function cutToWidth(text: string, style: TextStyle, width: number): string[] {
  const signs = [...graphemes.segment(text)].map(({ segment }) => segment)
  const word = wordOf(signs)
  const isAddress = address.test(text)
  const lines: string[] = []
  for (let from = 0; from < signs.length;) {
    const end = endOfLine(signs, from, style, width)
    const isCut = end < signs.length && !isAddress
    const at = isCut ? wordBreak(word, from, end, style, width) : null
    const line = signs.slice(from, at ?? end).join('')
    lines.push(at === null || parting.test(line) ? line : `${line}-`)
    from = at ?? end
  }
  return lines.length > 0 ? lines : ['']
}

/** Behind the last sign that still fits; one always does. */
function endOfLine(signs: readonly string[], from: number, style: TextStyle, width: number): number {
  let used = textWidth(signs[from]!, style)
  let end = from + 1
  while (end < signs.length && (used += textWidth(signs[end]!, style)) <= width) end++
  return end
}

/** A word, and behind which of its signs there is no letter, no vowel, or no longer enough letters for a line. */
interface Word {
  signs: readonly string[]
  lastLetter: number
  lastVowel: number
  lastEnough: number
}

/** Looked for once: a word of thousands of signs has hundreds of lines. */
function wordOf(signs: readonly string[]): Word {
  const letters = [...signs.keys()].filter((at) => isLetter(signs[at]))
  return {
    signs,
    lastLetter: signs.findLastIndex((sign) => anyLetter.test(sign)),
    lastVowel: signs.findLastIndex((sign) => vowel.test(sign)),
    lastEnough: letters.at(-FEWEST_LETTERS) ?? -1,
  }
}

/** Where a line that may reach to `end` is to be cut inside a word; null where none is, or the hyphen takes too much. */
function wordBreak(
  { signs, lastLetter, lastVowel, lastEnough }: Word,
  from: number,
  end: number,
  style: TextStyle,
  width: number,
): number | null {
  const text = (start: number, stop: number) => signs.slice(start, stop).join('')
  const widthTo = (at: number) => textWidth(text(from, at), style)
  const hyphen = textWidth('-', style)
  const isSecondWord = (at: number) => secondWord.test(text(at, at + LONGEST_SECOND))
  let isFitting = false
  let last: number | null = null
  for (let at = end; at - from >= FEWEST_LETTERS; at--) {
    const [before = '', behind = ''] = signs.slice(at - 1, at + 1)
    if (parting.test(before) && isLetter(behind)) return at
    if (at > lastLetter) continue
    if (!isLetter(before) || !isLetter(behind)) return last
    isFitting ||= widthTo(at) + hyphen <= width
    if (!isFitting || at > lastEnough) continue
    if (insideSound.test(before + behind)) continue
    const isInsideWord = [at - 1, at + 1].some((near) => near > from + 1 && isSecondWord(near))
    const hasVowels = vowel.test(text(from, at)) && at <= lastVowel && !isInsideWord
    if (hasVowels && widthTo(at) >= width / 2) last ??= at
    if (hasVowels && (isSecondWord(at) || syllable.test(text(at, at + 5)))) return at
  }
  return last
}
