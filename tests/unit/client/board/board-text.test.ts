import { describe, expect, test } from 'vitest'
import { initials } from '#shared/kinds/persona/face.ts'
import { linesOf, piecesOf } from '#client/board/content/pasted-text.ts'
import { presencePalette } from '#client/board/presence/presence-palette.ts'
import { levelAt } from '#client/board/canvas/reading-level.ts'

describe('pasted text', () => {
  test('becomes one line per card, without bullets and numbers', () => {
    expect(linesOf('- eins\n\n2. zwei\r\n• drei\n4) vier')).toEqual(['eins', 'zwei', 'drei', 'vier'])
  })

  test('from a spreadsheet keeps the cells of a row together and leaves empty ones out', () => {
    expect(linesOf('Antrag\tAmt\t\n\tnur rechts')).toEqual(['Antrag – Amt', 'nur rechts'])
  })

  test('keeps a cell with line breaks and quotes in it one cell', () => {
    expect(linesOf('"Antrag\nliegt ""lange"""\tAmt\n"nur ""eins"""\tzwei\n')).toEqual([
      'Antrag liegt "lange" – Amt',
      'nur "eins" – zwei',
    ])
  })

  test('takes a quote that is no cell’s as a quote', () => {
    expect(linesOf('"Wir warten", sagt sie\tAmt\n"offen\tzwei')).toEqual([
      '"Wir warten", sagt sie – Amt',
      '"offen – zwei',
    ])
  })

  test('loses bullets that a tab follows, and control characters', () => {
    expect(linesOf('•\teins\r\n2.\tzwei\u0000\u0007\vdrei')).toEqual(['eins', 'zwei', 'drei'])
  })

  test('keeps numbers that belong to the words', () => {
    expect(linesOf('2026 war gut\n3,5 Stunden')).toEqual(['2026 war gut', '3,5 Stunden'])
  })

  test('that is too long is cut between words and loses none', () => {
    const words = Array.from({ length: 200 }, (_, n) => `wort${n}`).join(' ')
    const pieces = piecesOf(words, 120)
    expect(pieces.every((piece) => piece.length <= 120)).toBe(true)
    expect(pieces.join(' ')).toBe(words)
  })

  test('without any space is cut where it must be', () => {
    expect(piecesOf('x'.repeat(25), 10)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)])
  })
})

describe('a card', () => {
  test('is reduced to its title and then to its outline when far away', () => {
    expect([1, 0.5, 0.49, 0.25, 0.2].map(levelAt)).toEqual(['full', 'full', 'title', 'title', 'colour'])
  })

  test('stands for a person by two initials', () => {
    expect(initials('Martina  Kröger-Schmidt Meier')).toBe('MK')
    expect(initials('')).toBe('')
  })
})

test('white names are readable on every presence colour', () => {
  for (const colour of presencePalette) expect(contrastWithWhite(colour)).toBeGreaterThanOrEqual(4.5)
})

/** WCAG 2.2, relative luminance. */
function contrastWithWhite(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
  return 1.05 / (0.2126 * linear(r!) + 0.7152 * linear(g!) + 0.0722 * linear(b!) + 0.05)
}
