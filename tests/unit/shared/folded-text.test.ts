import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { folded, foldedWords, holds, isSameText, placesOf } from '#shared/base/folded-text.ts'

const finds = (text: string, query: string) => foldedWords(query).every((word) => holds(folded(text), word))

describe('comparing texts', () => {
  test.each([
    ['case', 'Bürgerbüro', 'BÜRGERBÜRO'],
    ['an umlaut and its spelling in two', 'Bürger', 'buerger'],
    ['an umlaut and its letter', 'Bürger', 'burger'],
    ['composed and decomposed letters', 'Ämter'.normalize('NFC'), 'Ämter'.normalize('NFD')],
    ['accents', 'Café', 'cafe'],
    ['ß and ss', 'Straße', 'STRASSE'],
    ['soft hyphens', 'Verwal\u00adtung', 'Verwaltung'],
    ['hyphens', 'E-Akte', 'E\u2011Akte'],
    ['a hyphen inside a word and none', 'E-Akte', 'eakte'],
    ['a divided word', 'Verwal-\n  tung', 'Verwaltung'],
    ['widths of space', 'eine\u00a0Woche', 'eine \n Woche'],
    ['quotation marks', '„ja“', '"ja"'],
    ['letters that Unicode keeps whole', 'Łódź', 'lodz'],
  ])('does not look at %s, either way round', (_what, a, b) => {
    expect(isSameText(a, b)).toBe(true)
    expect(isSameText(b, a)).toBe(true)
    expect(finds(`Heute ${a}!`, b)).toBe(true)
    expect(finds(`Heute ${b}!`, a)).toBe(true)
  })

  test('keeps apart what differs: other letters, a dash between words, a minus before a number', () => {
    expect(isSameText('Burg', 'Berg')).toBe(false)
    expect(isSameText('auf - ab', 'auf ab')).toBe(false)
    expect(isSameText('- 5', '5')).toBe(false)
  })

  test('finds the end of a word whose middle looks like an umlaut spelled in two', () => {
    expect(finds('Steuererklärung', 'er')).toBe(true)
    expect(finds('Erneuerung', 'erung')).toBe(true)
  })

  test('shows where something stands in the text as it is written', () => {
    const text = 'Die Bu\u0308rger und das Bürgerbüro, die Stra\u00ADße'
    const shown = (query: string) => placesOf(text, query, 9).map(({ start, end }) => text.slice(start, end))
    expect(shown('buerger')).toEqual(['Bu\u0308rger', 'Bürger'])
    expect(shown('burgerburo')).toEqual(['Bürgerbüro'])
    expect(shown('STRASSE')).toEqual(['Stra\u00ADße'])
    expect(shown(' ')).toEqual([])
    expect(placesOf('aaaa', 'aa', 9)).toHaveLength(2)
    expect(placesOf('aaaa', 'a', 3)).toHaveLength(3)
  })

  test('finds every stretch of a text in it, and every text like itself', () => {
    const word = fc.stringMatching(/^[a-zäöüß]{1,12}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.nat(), (words, at) => {
        const text = words.join(' ')
        const part = words[at % words.length]!
        expect(finds(text, part)).toBe(true)
        expect(placesOf(text, part, 1)).toHaveLength(1)
        expect(isSameText(text, text.normalize('NFD').toUpperCase())).toBe(true)
      }),
    )
  })
})
