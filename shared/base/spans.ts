/** A stretch of a text, in UTF-16 units, `end` exclusive. */
export interface Span {
  start: number
  end: number
}

/** How spans are stored: `start-end`, divided by spaces, in the order of the text and none over another. */
const STORED = /^(\d{1,7}-\d{1,7}( \d{1,7}-\d{1,7})*)?$/

export const isSpansText = (value: unknown): value is string =>
  typeof value === 'string' && STORED.test(value)

export const spansText = (spans: readonly Span[]): string =>
  spans.map(({ start, end }) => `${start}-${end}`).join(' ')

/** What is stored, as far as it fits a text of this length. */
export function spansFrom(stored: unknown, length: number): Span[] {
  if (!isSpansText(stored) || stored === '') return []
  return stored.split(' ').flatMap((part) => {
    const [start = 0, end = 0] = part.split('-').map(Number)
    return start < end && end <= length ? [{ start, end }] : []
  })
}

/** The spans of a part of the text, counted from its beginning. */
export function spansWithin(spans: readonly Span[], part: Span): Span[] {
  return spans.flatMap(({ start, end }) => {
    const [from, to] = [Math.max(start, part.start), Math.min(end, part.end)]
    return from < to ? [{ start: from - part.start, end: to - part.start }] : []
  })
}
