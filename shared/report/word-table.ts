import { textWidth } from '../layout/text/widths.ts'
import { plain, type Table } from './tree.ts'

/** A table of plain words whose columns are as wide as what they hold. */
export function wordTable(
  caption: string,
  columns: readonly { title: string; align?: 'start' | 'end' }[],
  rows: readonly (readonly string[])[],
): Table {
  const shares = sharesOf(
    columns.map(({ title }, n) =>
      needOf(
        title,
        rows.map((cells) => cells[n] ?? ''),
      ),
    ),
  )
  return {
    type: 'table',
    caption,
    columns: columns.map(({ title, align = 'start' }, n) => ({ title, align, share: shares[n]! })),
    rows: rows.map((cells) => cells.map(plain)),
  }
}

/** Points, on A4 in the largest letters that a format has for tables. */
const ACROSS = 473
const SIZE = 10.5
const MARGINS = 12
const NARROWEST = 40
/** More than that no column takes for the sake of its lines. */
const WIDEST_LINE = 160
/** Addresses are longer than any column. */
const WIDEST_WORD = 190
/** Whoever does not have our letters reads others, which are a little wider. */
const OTHER_LETTERS = 1.04

interface Need {
  /** With which no word is broken. */
  least: number
  /** With which no line is. */
  most: number
}

function needOf(title: string, texts: readonly string[]): Need {
  const widest = (cut: RegExp) => {
    const across = (text: string, weight: 400 | 700) =>
      Math.max(...text.split(cut).map((part) => textWidth(part, { size: SIZE, weight })))
    return Math.max(across(title, 700), ...texts.map((text) => across(text, 400))) * OTHER_LETTERS + MARGINS
  }
  const least = Math.max(NARROWEST, Math.min(WIDEST_WORD, widest(betweenWords)))
  return { least, most: Math.max(least, Math.min(WIDEST_LINE, widest(betweenLines))) }
}

const betweenLines = /\n/
/** Also behind a hyphen between letters; no-break spaces hold together. */
const betweenWords = /[ \t\n]+|(?<=[\p{L}\p{N}][-–])(?=\p{L})/u

/** Wide columns give first, and of words only where all of them do not fit side by side. */
function sharesOf(needs: readonly Need[]): number[] {
  const allWith = (widest: number) => needs.map(({ least, most }) => Math.max(least, Math.min(most, widest)))
  const wordsWith = (widest: number) => needs.map(({ least }) => Math.min(least, widest))
  return fitted(allWith) ?? fitted(wordsWith) ?? wordsWith(NARROWEST)
}

function fitted(sharesWith: (widest: number) => number[]): number[] | null {
  for (let widest = WIDEST_WORD; widest >= NARROWEST; widest--) {
    const shares = sharesWith(widest)
    if (shares.reduce((sum, share) => sum + share, 0) <= ACROSS) return shares.map(Math.round)
  }
  return null
}
