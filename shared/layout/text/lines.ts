import { recentlyUsed } from './recently-used.ts'
import { cutToWidth, piecesOf } from './pieces.ts'
import type { TextStyle } from './style.ts'
import { textWidth } from './widths.ts'

/** Cards on a large board have some thousand texts; each is broken again only when it or its width changes. */
const known = recentlyUsed<readonly string[]>(8_000)

/**
 * Breaks a text into lines no wider than `width` board units: at its own line ends, between words, at soft hyphens,
 * behind hyphens, and inside a word only where that alone is longer than a line (`cutToWidth`). At least one line; an empty paragraph
 * is an empty line. The same on every machine, because nothing is measured.
 */
export function breakLines(text: string, style: TextStyle, width: number): readonly string[] {
  const key = `${style.weight} ${style.size} ${width} ${text}`
  return known(key, () => text.split(/\r\n|\r|\n/u).flatMap((one) => breakParagraph(one, style, width)))
}

/** Like `breakLines`, but what goes beyond `maxLines` is cut with an ellipsis. */
export function breakLinesUpTo(
  maxLines: number,
  text: string,
  style: TextStyle,
  width: number,
): readonly string[] {
  const lines = breakLines(text, style, width)
  if (lines.length <= maxLines) return lines
  const shown = lines.slice(0, maxLines)
  return [...shown.slice(0, -1), withEllipsis(shown.at(-1) ?? '', style, width)]
}

function breakParagraph(paragraph: string, style: TextStyle, width: number): string[] {
  const lines: string[] = []
  const fits = (line: string) => textWidth(line, style) <= width
  let line = ''
  let joint = { inside: '', atEnd: '' }
  for (const piece of piecesOf(paragraph)) {
    const longer = line + joint.inside + piece.text
    // The hyphen shown where a soft one ends the line needs its room as well.
    const { atEnd } = piece.joint
    if (line && !fits(longer + atEnd)) {
      lines.push(line + joint.atEnd)
      line = piece.text
    } else line = longer
    joint = piece.joint
    if (!fits(line + atEnd)) {
      const parts = cutToWidth(line, style, width - textWidth(atEnd, style))
      lines.push(...parts.slice(0, -1))
      line = parts.at(-1)!
    }
  }
  return [...lines, line]
}

function withEllipsis(line: string, style: TextStyle, width: number): string {
  // A hyphen would promise the rest of the word
  let text = line.trimEnd().replace(/(?<=\p{L})-$/u, '')
  const fits = () => textWidth(`${text} …`, style) <= width
  if (!fits()) {
    while (text && !fits()) text = text.slice(0, -1).trimEnd()
    // A word and a half say less than one, unless the half is most of what there is
    const words = text.replace(/\s+\S*$/u, '')
    if (words.length >= text.length / 2 && !line.startsWith(`${text} `)) text = words
  }
  return `${text} …`.trimStart()
}
