export interface TextFit {
  /** Letter size in board units. */
  size: number
  /** How many whole lines find room. */
  lines: number
}

const SIZES = [24, 21, 18, 16, 14] as const
const LINE_HEIGHT = 1.3
/** Mean width of a letter of the card font, in parts of its size, with some room for ragged lines. */
const LETTER_WIDTH = 0.5

/**
 * The largest of a few letter sizes at which a text fills its box without overflowing; the smallest where none does.
 * Estimated from the number of letters, because measuring would cost a layout per card and keystroke.
 */
export function fitText(text: string, box: { w: number; h: number }, largest = 24): TextFit {
  const fits = SIZES.filter((size) => size <= largest).map((size) => ({
    size,
    lines: Math.max(1, Math.floor(box.h / (size * LINE_HEIGHT))),
  }))
  return fits.find(({ size, lines }) => linesOf(text, size, box.w) <= lines) ?? fits.at(-1)!
}

function linesOf(text: string, size: number, width: number): number {
  const perLine = Math.max(1, Math.floor(width / (size * LETTER_WIDTH)))
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0)
}
