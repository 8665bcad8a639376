import type { Span } from '#shared/base/spans.ts'
import { cutBetweenCharacters } from '#shared/base/visible-text.ts'
import type { ProtocolText } from '#shared/protocol/protocol-formats.ts'
import { paragraphsOf } from '../passages.ts'
import { dateIn, interviewHeading, likelyHeading, NO_PROTOCOL, type HeadingFacts } from './heading.ts'

/** A part of a file: one interview, or what belongs to none. Places are those in the whole text. */
export type Part = Span & { title: string } & (
    | ({
        type: 'interview'
        minutes: number | null
        interviewer: string
        /** Its heading stands there alone, or says that there is no protocol. */
        isBare: boolean
      } & HeadingFacts)
    | { type: 'document' }
  )
export type InterviewPart = Extract<Part, { type: 'interview' }>

/** What stands behind the last interview and is not its text any more. */
const CLOSING =
  /^(?:\d+[.)]?\s*)?(?:analyse|auswertung|fazit|schluss|zusammenfass|zusammenschau|gesamt|erkenntnis|ergebnis|ausblick|anhang|method|querschnitt|übergreifend|empfehlung|nachbemerkung|einordnung|analysis|conclusion|summary|finding|appendix|lessons)/iu
const MAX_TITLE_CHARS = 80
/** At the end of a heading, with what leads to it. */
const WITHOUT_PROTOCOL = new RegExp(`[\\s(–—:;,-]*(?:${NO_PROTOCOL.source})\\)?\\s*$`, 'iu')

/**
 * Divides a text into its interviews, by their headings, and into what stands before, and behind the last one. One part
 * where no interview has a heading. It is a proposal: people see it before anything is made of it.
 */
export function divide(source: ProtocolText): Part[] {
  const { text } = source
  const lines = paragraphsOf(text)
  const heads = withoutContents(headsIn(source, lines))
  if (heads.length === 0) return [{ type: 'document', title: titleIn(source, lines), ...whole(text) }]
  const starts = heads.map(({ line }) => lines[line]!.start)
  const closing = closingAfter(source, lines, heads)
  const interviews = heads.map(({ line, facts }, n) =>
    interviewPart(text, lines.slice(line), starts[n + 1] ?? closing ?? text.length, facts),
  )
  return [
    ...documentIn(source, lines, 0, starts[0]!),
    ...interviews,
    ...(closing === null ? [] : documentIn(source, lines, closing, text.length)),
  ]
}

/** @param lines from the heading on */
function interviewPart(
  text: string,
  lines: readonly Span[],
  end: number,
  facts: HeadingFacts,
): InterviewPart {
  const [heading, ...below] = lines
  const about = aboutIn(
    below
      .slice(0, 6)
      .filter(({ start }) => start < end)
      .map((line) => text.slice(line.start, line.end)),
  )
  return {
    type: 'interview',
    title: text.slice(heading!.start, heading!.end).replace(WITHOUT_PROTOCOL, '').trim(),
    ...trimmedPart(text, heading!.start, end),
    isBare: isBare(text.slice(heading!.end, end)),
    ...facts,
    ...about,
    date: facts.date ?? about.date,
  }
}

const nothingSaid: HeadingFacts = { number: null, place: '', date: null, function: '' }

/** The interview that somebody says stands there: what its first line says of it is read as that of a heading. */
export function interviewAt(source: ProtocolText, span: Span): InterviewPart {
  const { text } = source
  const lines = paragraphsOf(text).filter(({ start, end }) => end > span.start && start < span.end)
  const first = lines[0] ?? span
  const words = text.slice(first.start, first.end)
  const facts = interviewHeading(words, true) ?? likelyHeading(words, true)
  const part = interviewPart(text, lines.length > 0 ? lines : [span], span.end, facts ?? nothingSaid)
  return facts ? part : { ...part, title: titleIn(source, lines), isBare: false }
}

/** Two parts out of one, the second an interview that begins at `at`. */
export function splitPart(source: ProtocolText, part: Part, at: number): [Part, Part] {
  return [
    { ...part, ...trimmedPart(source.text, part.start, at) },
    interviewAt(source, { start: at, end: part.end }),
  ]
}

/** One part out of two: what the first is, with both texts. */
export function joinedPart(first: Part, second: Part): Part {
  const whole = { ...first, end: second.end }
  return whole.type === 'interview' ? { ...whole, isBare: false } : whole
}

interface Head {
  /** Which of the lines. */
  line: number
  facts: HeadingFacts
}

/**
 * Headings of interviews. Where some are numbered, a line without a number is none. Where no two say what they are, those
 * that look like it, if there are several of one level.
 */
function headsIn(source: ProtocolText, lines: readonly Span[]): Head[] {
  const found = headsBy(source, lines, interviewHeading)
  const numbered = found.filter(({ facts }) => facts.number !== null || facts.label !== undefined)
  if (numbered.length > 0) return numbered
  const likely = found.length > 1 ? [] : likelyHeads(source, lines)
  return likely.length > 1 ? likely : found
}

function headsBy(
  { text, headings, strong }: ProtocolText,
  lines: readonly Span[],
  read: (line: string, isTitle: boolean) => HeadingFacts | null,
): Head[] {
  const isTitle = ({ start, end }: Span) =>
    headings.some(({ at }) => at[0] < end && at[1] > start) ||
    strong.some(([from, to]) => from <= start && to >= end)
  return lines.flatMap((line, n): Head[] => {
    const facts = read(text.slice(line.start, line.end), isTitle(line))
    return facts ? [{ line: n, facts }] : []
  })
}

function likelyHeads(source: ProtocolText, lines: readonly Span[]): Head[] {
  const found = withoutContents(headsBy(source, lines, likelyHeading))
  const levelOf = ({ line }: Head) => levelAt(source, lines[line]!)
  const levels = [...new Set(found.map(levelOf))].map((level) =>
    found.filter((head) => levelOf(head) === level),
  )
  const [heads = []] = levels.sort((one, other) => other.length - one.length)
  const numbers = heads.flatMap(({ facts }) => facts.number ?? [])
  // Whoever speaks in a transcript comes back
  if (new Set(numbers).size < numbers.length) return []
  // Chapters are numbered, too: with an introduction before them, these are no numbers of interviews
  if (numbers[0] === 1) return heads
  return heads.map(({ line, facts }) => ({ line, facts: { ...facts, number: null } }))
}

/** How high the file calls a line; null where it calls it no heading. */
const levelAt = ({ headings }: ProtocolText, { start, end }: Span) =>
  headings.find(({ at }) => at[0] < end && at[1] > start)?.level ?? null

function isBare(text: string): boolean {
  const words = text.trim()
  return words === '' || (words.length <= MAX_TITLE_CHARS && NO_PROTOCOL.test(words))
}

/** A list of contents names every interview before it comes: of headings under one number the last counts. */
function withoutContents(heads: readonly Head[]): Head[] {
  const isInList = (head: Head, n: number) =>
    heads[n + 1]?.line === head.line + 1 || (heads[n - 1]?.line === head.line - 1 && n > 0)
  const later = (head: Head, n: number) =>
    heads
      .slice(n + 1)
      .some(
        ({ facts: { number, place } }) =>
          number === head.facts.number && (number !== null || place === head.facts.place),
      )
  return heads.filter((head, n) => !(isInList(head, n) && later(head, n)))
}

const whole = (text: string): Span => trimmedPart(text, 0, text.length)

function trimmedPart(text: string, start: number, end: number): Span {
  const part = text.slice(start, end)
  return { start: start + (part.length - part.trimStart().length), end: start + part.trimEnd().length }
}

function documentIn(source: ProtocolText, lines: readonly Span[], start: number, end: number): Part[] {
  const part = trimmedPart(source.text, start, end)
  if (part.end <= part.start) return []
  const inside = lines.filter((line) => line.start >= start && line.end <= end)
  return [{ type: 'document', title: titleIn(source, inside), ...part }]
}

function titleIn({ text }: ProtocolText, lines: readonly Span[]): string {
  const words = lines.slice(0, 12).map(({ start, end }) => text.slice(start, end).trim())
  return cutBetweenCharacters(words.find((line) => isTitle(line)) ?? words[0] ?? '', MAX_TITLE_CHARS)
}

const isTitle = (line: string) =>
  line.length <= MAX_TITLE_CHARS &&
  /\p{L}{3}/u.test(line) &&
  !/[.!?:;,]$/.test(line) &&
  !/^[-–•*„"“]/.test(line)

/** Where the text behind the last interview begins; null where it is the last interview to its end. */
function closingAfter(
  source: ProtocolText,
  lines: readonly Span[],
  heads: readonly { line: number }[],
): number | null {
  const last = heads.at(-1)!.line
  const level = levelAt(source, lines[last]!)
  const words = (line: Span) => source.text.slice(line.start, line.end).trim()
  const earlier = new Set(lines.slice(0, last).map(words))
  const found = lines.slice(last + 1).find((line) => {
    const own = levelAt(source, line)
    // Where the interviews are headings of the file, whatever is as high as they are ends the last one
    if (level !== null && own !== null) return own <= level
    // "Fazit" under each of them belongs to each of them
    return CLOSING.test(words(line)) && isTitle(words(line)) && !earlier.has(words(line))
  })
  return found?.start ?? null
}

/** What the first lines below a heading say: "Datum: …", "Dauer: 60 Minuten", "Gesprächsführung: …". */
function aboutIn(lines: readonly string[]) {
  const after = (label: RegExp) => lines.map((line) => label.exec(line)?.[1]?.trim()).find(Boolean) ?? ''
  const minutes = /(\d{2,3})\s*(?:min|Min)/.exec(after(/^(?:Dauer|Länge|Duration|Length)\s*:\s*(.+)$/i))?.[1]
  return {
    date: dateIn(after(/^(?:Datum|Tag|Date)\s*:\s*(.+)$/i))?.day ?? null,
    minutes: minutes ? Number(minutes) : null,
    interviewer: after(
      /^(?:Gesprächsführung|Interview geführt von|Interviewer(?::?in)?|Geführt von|Interviewed by)\s*:\s*(.+)$/i,
    ),
  }
}
