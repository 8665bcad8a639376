import type * as Y from 'yjs'

/** Puts letters into a text as far as there is room; answers the offset behind them. */
export function typeLetters(text: Y.Text, letters: string, at: number, maxChars: number): number {
  if (text.length + letters.length > maxChars) return at
  text.insert(at, letters)
  return at + letters.length
}

/** Takes away the sign before `at`; answers the offset where it was. */
export function deleteSign(text: Y.Text, at: number): number {
  const sign = [...text.toString().slice(0, at)].at(-1)?.length ?? 0
  if (sign > 0) text.delete(at - sign, sign)
  return at - sign
}
