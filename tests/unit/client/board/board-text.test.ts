import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fitText } from '#client/board/cards/faces/text-fit.ts'
import { initials } from '#client/board/cards/faces/lines.ts'
import { linesOf, piecesOf } from '#client/board/content/pasted-text.ts'
import { paintOf, pictureColours } from '#client/board/picture/picture-colours.ts'
import { presencePalette } from '#client/board/presence/presence-palette.ts'
import { levelAt } from '#client/board/canvas/reading-level.ts'
import { wrapText, type Measure } from '#client/board/picture/svg-text.ts'

describe('pasted text', () => {
  test('becomes one line per card, without bullets and numbers', () => {
    expect(linesOf('- eins\n\n2. zwei\r\n• drei\n4) vier')).toEqual(['eins', 'zwei', 'drei', 'vier'])
  })

  test('from a spreadsheet keeps the cells of a row together and leaves empty ones out', () => {
    expect(linesOf('Antrag\tAmt\t\n\tnur rechts')).toEqual(['Antrag – Amt', 'nur rechts'])
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

describe('text on a card', () => {
  const box = { w: 176, h: 114 }

  test('is large when short and smaller when long, never below 14', () => {
    expect(fitText('Fax', box).size).toBe(24)
    expect(fitText('Wort '.repeat(20), box).size).toBeLessThan(24)
    expect(fitText('Wort '.repeat(400), box).size).toBe(14)
  })

  test('gets only as many lines as find room whole', () => {
    const { size, lines } = fitText('Wort '.repeat(400), box)
    expect(lines * size * 1.3).toBeLessThanOrEqual(box.h)
  })

  test('is reduced to its headline and then to its colour when far away', () => {
    expect([1, 0.38, 0.3, 0.14, 0.1].map(levelAt)).toEqual(['full', 'full', 'title', 'title', 'colour'])
  })

  test('stands for a person by two initials', () => {
    expect(initials('Martina  Kröger-Schmidt Meier')).toBe('MK')
    expect(initials('')).toBe('')
  })
})

describe('text in a picture', () => {
  /** Ten units per letter. */
  const measure: Measure = (text) => text.length * 10
  const wrap = (text: string, width: number, lines: number) => wrapText(text, 'any', width, lines, measure)

  test('breaks between words and keeps line breaks', () => {
    expect(wrap('eins zwei drei\nvier', 100, 9)).toEqual(['eins zwei', 'drei', 'vier'])
  })

  test('breaks a word that is longer than a line', () => {
    expect(wrap('Donaudampfschiff', 60, 9)).toEqual(['Donaud', 'ampfsc', 'hiff'])
  })

  test('says by an ellipsis that there is more, and stays inside the width', () => {
    const lines = wrap('eins zwei drei vier fünf sechs', 100, 2)
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/…$/)
    expect(measure(lines[1]!, '')).toBeLessThanOrEqual(100)
  })

  test('uses the colours of the light theme', () => {
    const css = readFileSync('client/ui/tokens.css', 'utf8')
    const light = css.slice(0, css.indexOf('prefers-color-scheme'))
    for (const [name, colour] of Object.entries(pictureColours))
      expect(light).toContain(`--${name}: ${colour};`)
  })

  test('tells every kind apart from a note', () => {
    for (const kind of ['quote', 'persona', 'idea', 'interview'] as const) {
      expect(paintOf(kind).line).not.toBeNull()
    }
    expect(paintOf('yellow').line).toBeNull()
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
