import { describe, expect, it } from 'vitest'
import { advanceWidths } from '#shared/layout/text/advance-widths.ts'
import type { FontWeight } from '#shared/layout/text/style.ts'
import { textWidth } from '#shared/layout/text/widths.ts'
import { readFont } from '#tests/support/font-file.ts'

const folder = 'node_modules/@expo-google-fonts/atkinson-hyperlegible-next'
const files: [FontWeight, string][] = [
  [400, `${folder}/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf`],
  [600, `${folder}/600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf`],
  [700, `${folder}/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf`],
]
const german = 'ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜabcdefghijklmnopqrstuvwxyzäöüß0123456789„“‚‘–…·,;:.!?()%&§€/+-'

describe('the widths of the card font', () => {
  it.each(files)('of weight %i are those of the font file', (weight, path) => {
    const font = readFont(path)
    const letters = Object.values(advanceWidths[weight]).join('')
    const table = [...letters].map((letter) => [letter, textWidth(letter, { size: 1_000, weight })])
    const inFile = [...letters].map((letter) => {
      return [letter, (font.advanceOf(letter.codePointAt(0)!)! * 1_000) / font.unitsPerEm]
    })
    expect(table).toEqual(inFile)
  })

  it.each(files)('of weight %i name every letter of German writing', (weight) => {
    const known = Object.values(advanceWidths[weight]).join('')
    expect([...german].filter((letter) => !known.includes(letter))).toEqual([])
  })

  it('name each letter once per weight', () => {
    for (const groups of Object.values(advanceWidths)) {
      const letters = [...Object.values(groups).join('')]
      expect(new Set(letters).size).toBe(letters.length)
    }
  })
})

describe('the width of a text', () => {
  it('grows with the letter size and is the sum of its letters', () => {
    const width = (text: string, size: number) => textWidth(text, { size, weight: 400 })
    expect(width('Amt', 20)).toBeCloseTo(width('A', 20) + width('m', 20) + width('t', 20))
    expect(width('Amt', 40)).toBeCloseTo(2 * width('Amt', 20))
  })

  it('counts neither combining marks nor joiners nor soft hyphens', () => {
    const width = (text: string) => textWidth(text, { size: 18, weight: 600 })
    expect(width('Stand\u00adpunkt')).toBe(width('Standpunkt'))
    expect(width('u\u0308')).toBe(width('u'))
  })
})
