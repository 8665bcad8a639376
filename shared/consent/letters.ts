import { folded } from '../base/folded-text.ts'

/** A text as its passages are compared: letters and figures only, one after the other, and where its words begin. */
export interface Letters {
  text: string
  /** Offsets into `text`, ascending. */
  wordStarts: number[]
}

/** What is no letter is no difference: punctuation, quotation marks, space, hyphens, divided words, composed umlauts. */
export function lettersOf(text: string): Letters {
  const wordStarts: number[] = []
  let letters = ''
  for (const [word] of folded(text).spelled.matchAll(/[\p{L}\p{N}]+/gu)) {
    wordStarts.push(letters.length)
    letters += word
  }
  return { text: letters, wordStarts }
}

/** Words that lie wholly between two offsets of the letters. */
export function wordsBetween({ text, wordStarts }: Letters, start: number, end: number): number {
  return wordStarts.filter((at, n) => at >= start && (wordStarts[n + 1] ?? text.length) <= end).length
}
