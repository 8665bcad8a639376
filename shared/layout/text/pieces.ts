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

/** A piece longer than a line, cut into line lengths between letters; never between a letter and its marks. */
export function cutToWidth(text: string, style: TextStyle, width: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const { segment } of graphemes.segment(text)) {
    const advance = textWidth(segment, style)
    if (line && used + advance > width) {
      lines.push(line)
      line = ''
      used = 0
    }
    line += segment
    used += advance
  }
  return [...lines, line]
}
