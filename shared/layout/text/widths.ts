import { advanceWidths } from './advance-widths.ts'
import type { FontWeight, TextStyle } from './style.ts'

/** Thousandths of the letter size for letters of other alphabets, and for signs as wide as high (CJK, emoji). */
const OTHER_LETTER = 620
const WIDE_SIGN = 1_000

const weights: readonly FontWeight[] = [400, 600, 700]
const tables = new Map(weights.map((weight) => [weight, tableOf(weight)]))

function tableOf(weight: FontWeight): Map<string, number> {
  const table = new Map<string, number>()
  for (const [width, letters] of Object.entries(advanceWidths[weight])) {
    for (const letter of letters) table.set(letter, Number(width))
  }
  const space = table.get(' ')!
  for (const kept of ['\u00a0', '\u202f', '\t']) table.set(kept, space)
  return table
}

/** Marks that sit on the letter before them, joiners, soft hyphens, line ends: nothing of a line's width. */
const takesNoRoom = /^[\p{M}\p{Cf}\p{Cc}]$/u

function advanceOf(letter: string, table: Map<string, number>): number {
  const known = table.get(letter)
  if (known !== undefined) return known
  const width = takesNoRoom.test(letter) ? 0 : letter.codePointAt(0)! >= 0x1100 ? WIDE_SIGN : OTHER_LETTER
  table.set(letter, width)
  return width
}

/**
 * Width of a text on one line, in board units. Kerning is left out: it moves letters by less than a unit, and every
 * side that draws lines as computed here agrees on where they break.
 */
export function textWidth(text: string, { size, weight }: TextStyle): number {
  const table = tables.get(weight)!
  let thousandths = 0
  for (const letter of text) thousandths += advanceOf(letter, table)
  return (thousandths * size) / 1_000
}
