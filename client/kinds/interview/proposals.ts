import type { Span } from '#shared/base/spans.ts'
import type { quote } from '#shared/kinds/quote/spec.ts'

/** Word for word, or as its writer understood it. */
export type Rendering = (typeof quote.fields.rendering.options)[number]

/** A passage that may be worth a quote; nothing is made of it before somebody takes it. */
export interface Proposal extends Span {
  /** Why: it stands in quotation marks, or its writer stressed it. */
  because: 'quoted' | 'stressed'
  rendering: Rendering
}

/** „…“, “…”, "…", »…«, «…» within one paragraph. */
const QUOTED = /[„“”"](?=\S)([^„“”"\n]+?)(?<=\S)[“”"]|»(?=\S)([^«»\n]+?)(?<=\S)«|«(?=\S)([^«»\n]+?)(?<=\S)»/g
const FEWEST_WORDS = { quoted: 2, stressed: 4 }
const FEWEST_CHARS = 8

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu)?.length ?? 0

/** What stands in quotation marks, without them. */
export function quotedIn(text: string): Span[] {
  return Array.from(text.matchAll(QUOTED), (match) => ({
    start: match.index + 1,
    end: match.index + match[0].length - 1,
  }))
}

/**
 * What was said: words in quotation marks are verbatim; in a text that has such, everything else is somebody's report of
 * it. A text without any is taken for a transcript word by word.
 */
export function renderingOf(passage: Span, quoted: readonly Span[]): Rendering {
  if (quoted.length === 0) return 'verbatim'
  return quoted.some(({ start, end }) => passage.start >= start - 1 && passage.end <= end + 1)
    ? 'verbatim'
    : 'paraphrased'
}

/**
 * Passages of a protocol that its writer picked out: fragments in quotation marks, and what is bold. Not those that are
 * quotes already, and nothing that is a heading or a single word.
 */
export function proposalsIn(text: string, strong: readonly Span[], taken: readonly Span[]): Proposal[] {
  const quoted = quotedIn(text)
  const fragments = quoted.map((span): Proposal => ({ ...span, because: 'quoted', rendering: 'verbatim' }))
  const stressed = strong
    .filter((span) => !quoted.some((fragment) => covers(fragment, span)) && !isHeading(text, span))
    .map((span): Proposal => ({ ...span, because: 'stressed', rendering: renderingOf(span, quoted) }))
  return [...fragments, ...stressed]
    .filter((one) => isLongEnough(text, one) && !taken.some((other) => covers(other, one)))
    .sort((a, b) => a.start - b.start || b.end - a.end)
}

function isLongEnough(text: string, { start, end, because }: Proposal): boolean {
  const words = text.slice(start, end)
  return words.length >= FEWEST_CHARS && wordsIn(words) >= FEWEST_WORDS[because]
}

/** Whether most of the one is inside of the other. */
function covers(other: Span, { start, end }: Span): boolean {
  return Math.min(other.end, end) - Math.max(other.start, start) >= 0.8 * (end - start)
}

/** A whole line in bold without an end is one; a whole sentence is none. */
function isHeading(text: string, { start, end }: Span): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = text.indexOf('\n', end)
  const line = text.slice(lineStart, lineEnd === -1 ? text.length : lineEnd).trim()
  return line === text.slice(start, end).trim() && !/[.!?“”"«»]$/.test(line)
}
