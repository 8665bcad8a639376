/**
 * One changed stretch of a text: `removed` UTF-16 units at `start` gave way to `inserted`.
 * What lies around it is not touched, so that others' typing there survives.
 */
interface TextChange {
  start: number
  removed: number
  inserted: string
}

/**
 * The change that turns one text into another; null when they are alike.
 * @param caret where the caret stands in `next`: it decides between equal letters (a third "l" typed into "hallo"),
 *   which matters to everybody whose caret is beside it
 */
export function textChange(before: string, next: string, caret?: number): TextChange | null {
  if (before === next) return null
  const shorter = Math.min(before.length, next.length)
  const afterCaret = caret === undefined ? 0 : Math.min(shorter, next.length - caret)
  let end = commonSuffix(before, next, 0, afterCaret)
  let start = 0
  while (start < shorter - end && before[start] === next[start]) start++
  end = commonSuffix(before, next, end, shorter - start)
  if (insidePair(before, start) || insidePair(next, start)) start--
  if (insidePair(before, before.length - end) || insidePair(next, next.length - end)) end--
  return { start, removed: before.length - start - end, inserted: next.slice(start, next.length - end) }
}

function commonSuffix(a: string, b: string, from: number, limit: number): number {
  let length = from
  while (length < limit && a[a.length - 1 - length] === b[b.length - 1 - length]) length++
  return length
}

/** Whether an emoji would be cut there: Yjs replaces a surrogate pair that is cut in two by question marks. */
export function insidePair(text: string, index: number): boolean {
  return (
    isBetween(text.charCodeAt(index - 1), 0xd800, 0xdbff) && isBetween(text.charCodeAt(index), 0xdc00, 0xdfff)
  )
}

const isBetween = (code: number, low: number, high: number) => code >= low && code <= high

/** A step of a Yjs text event. */
export interface DeltaStep {
  retain?: number | undefined
  insert?: unknown
  delete?: number | undefined
}

/**
 * Where an offset lies after somebody else's change. An offset inside a deleted stretch moves to its start.
 * @param side what happens to text inserted exactly there: it comes to stand `before` or `after` the offset
 */
export function mapOffset(
  offset: number,
  delta: readonly DeltaStep[],
  side: 'before' | 'after' = 'after',
): number {
  let read = 0
  let shift = 0
  for (const step of delta) {
    if (read > offset) break
    if (step.retain !== undefined) read += step.retain
    else if (typeof step.insert === 'string') {
      if (read < offset || (read === offset && side === 'before')) shift += step.insert.length
    } else if (step.delete !== undefined) {
      shift -= Math.max(0, Math.min(step.delete, offset - read))
      read += step.delete
    }
  }
  return offset + shift
}
