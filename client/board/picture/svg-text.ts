/** Width of a text in a font, in board units. */
export type Measure = (text: string, font: string) => number

let context: CanvasRenderingContext2D | null | undefined

/** Measured by the browser; estimated where it has no canvas. */
export const measureText: Measure = (text, font) => {
  context ??= document.createElement('canvas').getContext('2d')
  if (!context) return text.length * Number.parseFloat(/([\d.]+)px/.exec(font)?.[1] ?? '16') * 0.54
  context.font = font
  return context.measureText(text).width
}

/**
 * Breaks a text into lines of a width, as a browser would: at spaces, inside words that are too long, and at line
 * breaks. What does not fit into `maxLines` is cut with an ellipsis.
 */
export function wrapText(
  text: string,
  font: string,
  width: number,
  maxLines: number,
  measure = measureText,
): string[] {
  const lines = text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, font, width, measure))
  if (lines.length <= maxLines) return lines
  const shown = lines.slice(0, maxLines)
  shown[maxLines - 1] = withEllipsis(shown[maxLines - 1]!, font, width, measure)
  return shown
}

function wrapParagraph(paragraph: string, font: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(' ').flatMap((whole) => splitLongWord(whole, font, width, measure))) {
    const longer = line ? `${line} ${word}` : word
    if (line && measure(longer, font) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

function splitLongWord(word: string, font: string, width: number, measure: Measure): string[] {
  if (measure(word, font) <= width) return [word]
  const parts: string[] = []
  let part = ''
  for (const letter of word) {
    if (part && measure(part + letter, font) > width) {
      parts.push(part)
      part = letter
    } else part += letter
  }
  return [...parts, part]
}

function withEllipsis(line: string, font: string, width: number, measure: Measure): string {
  let text = line
  while (text && measure(`${text} …`, font) > width) text = text.slice(0, -1).trimEnd()
  return `${text} …`
}
