import { textLikeness } from '../base/similar-texts.ts'
import { spansFrom, type Span } from '../base/spans.ts'
import type { FieldValue, QuoteSource } from '../kinds/field.ts'

/** One state of an interview's text: as it was read in (`revision` null), or as somebody corrected it later. */
export interface Transcript {
  revision: string | null
  text: string
  /** What its writer stressed. */
  strong: Span[]
  /** Who corrected it; empty for the first. */
  by: string
}

/** Stands in a quote as the state it was taken from once that text was erased; no text has it. */
export const erasedRevision = '00000000-0000-7000-8000-000000000000'

/** Whether the text that a quote was taken from was erased. */
export const isErased = ({ revision }: QuoteSource): boolean => revision === erasedRevision

/**
 * All states of a text, the first one first; the last one counts. Two who correct at once make two, and lose neither. A text
 * that was handed in for a protocol that was missing, or erased, is a state of its own: the place of a quote from before never
 * points into it. One that has none yet has one empty state.
 */
export function transcriptsOf(fields: Readonly<Record<string, FieldValue>>): Transcript[] {
  const text = typeof fields.transcript === 'string' ? fields.transcript : ''
  const first: Transcript = { revision: null, text, strong: spansFrom(fields.strong, text.length), by: '' }
  const items = Array.isArray(fields.revisions) ? fields.revisions : []
  const revisions = items.map(({ id, fields: { transcript, strong, by } }): Transcript => {
    const corrected = String(transcript ?? '')
    return {
      revision: id,
      text: corrected,
      strong: spansFrom(strong, corrected.length),
      by: String(by ?? ''),
    }
  })
  return text === '' && revisions.length > 0 ? revisions : [first, ...revisions]
}

export const currentTranscript = (fields: Readonly<Record<string, FieldValue>>): Transcript =>
  transcriptsOf(fields).at(-1)!

/** The text in which a quote was marked; '' where that state is gone. */
export const originOf = (source: QuoteSource, fields: Readonly<Record<string, FieldValue>>): string =>
  transcriptsOf(fields).find(({ revision }) => revision === (source.revision ?? null))?.text ?? ''

/** Letters before and behind a passage by which it is told from others with the same words. */
const WIDE_CONTEXT_CHARS = 240
/** Letters before and behind a passage by which it is known again. */
const CONTEXT_CHARS = 48
/** Of that, what is looked for beside a passage that was corrected: less where something was corrected there, too. */
const CONTEXTS_CHARS = [CONTEXT_CHARS, 32, 20]
/** So much of the context has to agree where the words alone could be a coincidence. */
const TELLING_CONTEXT_CHARS = 16
/** Words of that length do not stand in a text twice by chance. */
const TELLING_CHARS = 32
/** A passage that was itself corrected keeps about its length. */
const MOST_GROWTH_CHARS = 40
/** Of three-letter pieces: another sentence in the same place has a few of them, a corrected one most. */
const STILL_THE_SAME = 0.4

/**
 * Where a quote stands in a state of the text; null where that is not certain, which is told and never guessed.
 *
 * 1. In the state it was taken from: at its place.
 * 2. In another: where its very words stand, if they stood and stand there once and are long enough, or have the same words
 *    beside them; of several, the only one with the same words beside it. Where they stood several times, that has to fit
 *    this place better than any of the others, as questions and short answers come back.
 * 3. Where its words were corrected: between the same words before and behind it, if these stood and stand there once and
 *    what stands between them still says about the same.
 * 4. Where the state it was taken from is gone: where its words stand, if they are long enough and stand there once.
 * @param wording what the quote says, as far as it is verbatim
 */
export function passageOf(
  source: QuoteSource,
  states: readonly Transcript[],
  target: Transcript,
  wording = '',
): Span | null {
  const origin = states.find(({ revision }) => revision === (source.revision ?? null))
  if (!origin) return onlyPlaceOf(wording.trim(), target.text)
  if (source.end > origin.text.length || source.start >= source.end) return null
  if (origin.text === target.text) return { start: source.start, end: source.end }
  return sameWords(source, origin.text, target.text) ?? sameNeighbours(source, origin.text, target.text)
}

function sameWords({ start, end }: Span, before: string, after: string): Span | null {
  const words = before.slice(start, end)
  const others = placesOf(words, before).filter((at) => at !== start)
  const found = placesOf(words, after)
  // What is left of a sentence that was said twice may be the other one
  const isTheOnly = found.length === 1 && others.length === 0
  const beside = (at: number, there: number): Beside => ({
    back: agreeing(before, at - 1, after, there - 1, -1),
    on: agreeing(before, at + words.length, after, there + words.length, 1),
  })
  const only = found.filter((there) => {
    const own = beside(start, there)
    const isTelling =
      Math.min(own.back, CONTEXT_CHARS) + Math.min(own.on, CONTEXT_CHARS) >= TELLING_CONTEXT_CHARS
    if (!isTelling && !(isTheOnly && words.length >= TELLING_CHARS)) return false
    return others.every((at) => fitsBetter(own, beside(at, there)))
  })
  const [at, another] = only
  return at === undefined || another !== undefined ? null : { start: at, end: at + words.length }
}

/** Letters that agree before and behind a passage in two texts. */
interface Beside {
  back: number
  on: number
}

/** Whether a passage is more like the one than like the other, which has nothing for itself on either side. */
const fitsBetter = (one: Beside, other: Beside): boolean =>
  (one.back > other.back || one.on > other.on) &&
  (one.back >= other.back || other.back < TELLING_CONTEXT_CHARS) &&
  (one.on >= other.on || other.on < TELLING_CONTEXT_CHARS)

function onlyPlaceOf(words: string, text: string): Span | null {
  const [at, another] = words.length >= TELLING_CHARS ? placesOf(words, text) : []
  return at === undefined || another !== undefined ? null : { start: at, end: at + words.length }
}

function sameNeighbours({ start, end }: Span, before: string, after: string): Span | null {
  const from = edgeOf(before, after, (length) => before.slice(Math.max(0, start - length), start))
  const to = edgeOf(before, after, (length) => before.slice(end, end + length))
  if (from === null || to === null) return null
  const passage = { start: from.end, end: to.start }
  const growth = Math.abs(passage.end - passage.start - (end - start))
  if (passage.end <= passage.start || growth > MOST_GROWTH_CHARS) return null
  const isCorrected =
    textLikeness(before.slice(start, end), after.slice(passage.start, passage.end)) >= STILL_THE_SAME
  return isCorrected ? passage : null
}

/** Where the words beside a passage stand, as many of them as stood and stand there once; null where that is not certain. */
function edgeOf(before: string, after: string, words: (length: number) => string): Span | null {
  for (const length of CONTEXTS_CHARS) {
    const context = words(length)
    if (context.trim().length < TELLING_CONTEXT_CHARS) continue
    const [at, another] = placesOf(context, after)
    if (another !== undefined || placesOf(context, before).length > 1) return null
    if (at !== undefined) return { start: at, end: at + context.length }
  }
  return null
}

function placesOf(words: string, text: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(words); at !== -1 && places.length < 100; at = text.indexOf(words, at + 1))
    places.push(at)
  return places
}

/** Letters that agree from two places on or back; where both texts end there, that agrees, too. */
function agreeing(one: string, at: number, other: string, there: number, step: 1 | -1): number {
  for (let count = 0; count < WIDE_CONTEXT_CHARS; count++) {
    const letter = one[at + step * count]
    if (letter !== other[there + step * count]) return count
    if (letter === undefined) return count + 1
  }
  return WIDE_CONTEXT_CHARS
}
