import { chainsIn, SEED_LETTERS, type Chain, type Seat } from './chains.ts'
import { lettersOf, wordsBetween, type Letters } from './letters.ts'

/** A text of which nothing may stand elsewhere. */
export interface Source {
  text: string
  /**
   * What somebody said, or the protocol around it: a protocol is long, and shares more everyday words by chance. A name
   * stands for something that nobody is to know of; it is one only as a whole.
   */
  type: 'wording' | 'protocol' | 'name'
  /** Whoever said it does not want it used: it stays, even where somebody released the same words. */
  isRefused?: boolean
}

/** How closely a text is looked at: cards made from a withheld quote say its words in smaller pieces. */
export type Attention = 'usual' | 'close'

/** Finds passages of sources in texts. */
interface Passages {
  /** Whether the text repeats a passage of a source that no released text holds. */
  repeats(text: string, attention?: Attention): boolean
  /** Whether such a passage begins in one text and ends in the next, also where one of them holds most of it. */
  repeatsAcross: (text: string, next: string) => boolean
}

/** From how many words in a row, with how many letters, a passage is no coincidence (docs/consent.md: measured). */
const telling: Record<
  Exclude<Source['type'], 'name'>,
  Record<Attention, { words: number; letters: number }>
> = {
  wording: { usual: { words: 6, letters: 27 }, close: { words: 4, letters: 20 } },
  protocol: { usual: { words: 8, letters: 42 }, close: { words: 6, letters: 32 } },
}
/** Nearly all of a name is the name. */
const WHOLE = 0.9
/** Most of a short wording is the wording. */
const MOST = 0.6
export const FEWEST_LETTERS = 14
export const FEWEST_WORDS = 3
/** So much of a stretch must agree: half-agreeing stretches are another sentence about the same thing. */
const DENSITY = 0.72
/** Letters at the ends of a passage that may agree by chance … */
const FRAYED = 5
/** … where it is long: in a short one they are the word that makes the difference. */
const LONG = 40

/** @param released texts that may go out: what stands in them may stand anywhere */
export function passagesOf(sources: readonly Source[], released: readonly string[]): Passages {
  const known = sources.map(({ text, type, isRefused = false }) => ({
    type,
    isRefused,
    letters: lettersOf(text),
  }))
  const seats = seatsIn(known.map(({ letters }) => letters.text))
  const alone = new Set(
    known
      .filter(({ letters, type }) => type !== 'name' && isShort(letters))
      .map(({ letters }) => letters.text),
  )
  const free = released.map((text) => lettersOf(text).text)
  alone.delete('')
  const refused = new Set(known.filter(({ isRefused }) => isRefused).map(({ letters }) => letters.text))
  for (const text of free) if (!refused.has(text)) alone.delete(text)
  const isFree = (passage: string) => free.some((text) => text.includes(passage))
  const passagesIn = (text: string, attention: Attention): Chain[] =>
    chainsIn(text, (seed) => seats.get(seed) ?? none).filter((chain) => {
      const { letters, type, isRefused } = known[chain.source]!
      if (!isTelling(chain, letters, type, attention)) return false
      const ends = isWhole(chain, letters) ? 0 : FRAYED
      return (
        isRefused ||
        (!isFree(core(text, chain.start, chain.end, ends)) &&
          !isFree(core(letters.text, chain.from, chain.to, ends)))
      )
    })
  const answers: Record<Attention, Map<string, boolean>> = { usual: new Map(), close: new Map() }
  const repeats = (text: string, attention: Attention = 'usual'): boolean => {
    if (known.length === 0) return false
    const answered = answers[attention].get(text)
    if (answered !== undefined) return answered
    const own = lettersOf(text).text
    const answer = alone.has(own) || passagesIn(own, attention).length > 0
    answers[attention].set(text, answer)
    return answer
  }
  const repeatsAcross = (text: string, next: string): boolean => {
    if (known.length === 0) return false
    const [seam, own] = [lettersOf(text).text.length, lettersOf(`${text} ${next}`).text]
    if (seam === 0 || seam === own.length) return false
    if (alone.has(own)) return true
    const passages = passagesIn(own, 'usual')
    // A passage that one of them holds alone may go on in the other by chance
    const least = passages.length > 0 && (repeats(text) || repeats(next)) ? FRAYED : 1
    return passages.some(({ start, end }) => start + least <= seam && seam + least <= end)
  }
  return { repeats, repeatsAcross }
}

const none: readonly Seat[] = []

function isShort(letters: Letters): boolean {
  return letters.text.length < FEWEST_LETTERS || letters.wordStarts.length < FEWEST_WORDS
}

function isTelling(chain: Chain, source: Letters, type: Source['type'], attention: Attention): boolean {
  const { matched, start, end, from, to } = chain
  if (matched < FEWEST_LETTERS) return false
  if (matched < DENSITY * Math.max(to - from, end - start)) return false
  const words = wordsBetween(source, from, to)
  if (type === 'name') return words >= FEWEST_WORDS && matched >= WHOLE * source.text.length
  const least = telling[type][attention]
  if (words >= least.words && matched >= least.letters) return true
  const isMost = matched >= MOST * source.text.length && matched >= FEWEST_LETTERS
  return type === 'wording' && isMost && words >= FEWEST_WORDS
}

/** A text that says all of a source is free only if all of it is, to the last letter. */
const isWhole = ({ from, to }: Chain, { text }: Letters) => from < FRAYED && to > text.length - FRAYED

function core(text: string, start: number, end: number, ends: number): string {
  const cut = end - start < LONG ? 0 : ends
  return text.slice(start + cut, end - cut)
}

function seatsIn(texts: readonly string[]): Map<string, Seat[]> {
  const seats = new Map<string, Seat[]>()
  texts.forEach((text, source) => {
    for (let at = 0; at + SEED_LETTERS <= text.length; at++) {
      const seed = text.slice(at, at + SEED_LETTERS)
      const known = seats.get(seed)
      if (known) known.push({ source, at })
      else seats.set(seed, [{ source, at }])
    }
  })
  return seats
}
