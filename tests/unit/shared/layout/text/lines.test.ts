import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLines, breakLinesUpTo } from '#shared/layout/text/lines.ts'
import type { TextStyle } from '#shared/layout/text/style.ts'
import { textWidth } from '#shared/layout/text/widths.ts'

const style: TextStyle = { size: 18, weight: 400 }
const broken = (text: string, width: number) => breakLines(text, style, width)
const widthOf = (text: string) => textWidth(text, style)
const squeezed = (text: string) => text.replace(/[\s\u00ad]+/gu, '')

/** Words as people write them: letters, umlauts, hyphens, soft hyphens, spaces, line ends. */
const written = fc
  .array(fc.constantFrom(...'abcdefgmnrstuÄöüßWI1.,-/ \u00ad\n'.split(''), ' ', ' ', 'Verwaltung'), {
    maxLength: 120,
  })
  .map((parts) => parts.join(''))

describe('breaking a text into lines', () => {
  it('breaks between words and keeps the line ends people made', () => {
    expect(broken('Wer ist am Zug?\nNiemand weiß es.', widthOf('Niemand weiß') + 0.1)).toEqual([
      'Wer ist am',
      'Zug?',
      'Niemand weiß',
      'es.',
    ])
  })

  it('keeps a word whole that fits on a line of its own', () => {
    expect(broken('in der Verwaltungssprache', widthOf('Verwaltungssprache') + 0.1)).toEqual([
      'in der',
      'Verwaltungssprache',
    ])
  })

  it('breaks inside a word only where that alone is longer than a line', () => {
    const lines = broken('Onlinezugangsgesetzänderungsgesetz', widthOf('Onlinezugangs') + 0.1)
    expect(lines[0]).toBe('Onlinezu-')
    expect(lines.join('').replaceAll('-', '')).toBe('Onlinezugangsgesetzänderungsgesetz')
  })

  it.each([
    ['Zusammenarbeit', 'Zusammenarb', 'Zusammenar-'],
    ['Architektur', 'Archite', 'Archi-'],
    ['Werkzeuge', 'Werkze', 'Werk-'],
    ['Gemeinsam', 'Gemein', 'Ge-'],
    ['Schnittstelle', 'Schnittste', 'Schnitt-'],
    ['Ansprechpartner', 'Anspre', 'An-'],
    ['Datenaustausch', 'Datenau', 'Daten-'],
    ['Dienstleister', 'Dienstle', 'Dienst-'],
    ['Bürgerbüros', 'Bürgerb', 'Bürger-'],
    ['Besprechung', 'Besprec', 'Bespre-'],
  ])('cuts %s with a hyphen where a syllable begins', (word, room, first) => {
    expect(broken(word, widthOf(room) + 0.1)[0]).toBe(first)
  })

  it.each(['Nachbarkommunen.', 'erloschen.', 'Rückfrage,'])(
    'never leaves the sign behind %s alone',
    (word) => {
      const lines = broken(word, widthOf(word.slice(0, -1)) + 0.1)
      expect(lines).toHaveLength(2)
      expect(lines[0]).toMatch(/-$/)
      expect(lines[1]).toMatch(/^\p{L}{2,}[.,]$/u)
    },
  )

  it('parts neither two vowels nor what has none', () => {
    for (const room of ['Beschei', 'Beschein', 'Bescheini'])
      expect(broken('Bescheinigt', widthOf(room) + 0.1)[0]).not.toBe('Besche-')
    expect(broken('Bekommt', widthOf('Bekomm') + 0.1)[0]).not.toBe('Bekom-')
  })

  it('puts no hyphen into numbers and addresses, nor where it would take half the line', () => {
    expect(broken('1234567890', widthOf('12345')).join('')).toBe('1234567890')
    const address = 'www.verwaltungsdigitalisierung.example'
    expect(broken(address, widthOf('www.verwaltung')).join('')).toBe(address)
    expect(broken('mmmmmm', widthOf('mm') + 0.1)).toEqual(['mm', 'mm', 'mm'])
  })

  it('ends no line that is cut off with a hyphen', () => {
    expect(breakLinesUpTo(1, 'Zusammenarbeit', style, widthOf('Zusammen …'))[0]).toMatch(/^Zusamm?e?n? …$/)
  })

  it('shows a hyphen where a soft one ends the line, and none where it does not', () => {
    const word = 'Verwaltungs\u00adsprache'
    expect(broken(word, widthOf('Verwaltungs-') + 0.1)).toEqual(['Verwaltungs-', 'sprache'])
    expect(broken(word, 1_000)).toEqual(['Verwaltungssprache'])
  })

  it('breaks behind hyphens and slashes between letters, not inside numbers', () => {
    expect(broken('Fachverfahrens-Hersteller', widthOf('Fachverfahrens-') + 0.1)).toEqual([
      'Fachverfahrens-',
      'Hersteller',
    ])
    expect(broken('am 10-12', widthOf('am 10-'))).toEqual(['am', '10-12'])
  })

  it('holds together what a no-break space joins', () => {
    expect(broken('seit z.\u00a0B. Mai', widthOf('seit z.') + 0.1)).toEqual(['seit', 'z.\u00a0B.', 'Mai'])
  })

  it('never cuts a letter off its marks', () => {
    const lines = broken('u\u0308'.repeat(30), 60)
    expect(lines.every((line) => line.startsWith('u'))).toBe(true)
  })

  it('gives one empty line for nothing', () => {
    expect(broken('', 100)).toEqual([''])
  })

  it('lets no line be wider than asked, and loses no letter', () => {
    fc.assert(
      fc.property(written, fc.integer({ min: 24, max: 400 }), (text, width) => {
        const lines = broken(text, width)
        for (const line of lines) if ([...line].length > 1) expect(widthOf(line)).toBeLessThanOrEqual(width)
        const shown = squeezed(lines.join('')).replaceAll('-', '')
        expect(shown).toBe(squeezed(text).replaceAll('-', ''))
      }),
    )
  })

  it('never gets lower by more text or a narrower line', () => {
    fc.assert(
      fc.property(written, written, fc.integer({ min: 24, max: 400 }), (text, more, width) => {
        const height = (words: string, room: number) => breakLines(words, style, room).length
        expect(height(text + more, width)).toBeGreaterThanOrEqual(height(text.trimEnd(), width))
        expect(height(text, width / 2)).toBeGreaterThanOrEqual(height(text, width))
      }),
    )
  })
})

describe('cutting a text to some lines', () => {
  it('ends with an ellipsis inside the width, and leaves shorter texts alone', () => {
    const text = 'Antrag liegt, niemand weiß, bei wem er liegt.'
    const lines = breakLinesUpTo(2, text, style, 120)
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/ …$/)
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(120)
    expect(breakLinesUpTo(9, text, style, 120)).toEqual(broken(text, 120))
  })

  it('ends behind a word, where that leaves most of the line', () => {
    const line = 'der ganze Antrag'
    expect(breakLinesUpTo(1, `${line} liegt`, style, widthOf(line))).toEqual(['der ganze …'])
    expect(breakLinesUpTo(1, 'am Bürgerbüro zuerst', style, widthOf('am Bürgerbüro'))[0]).toMatch(
      /^am Bürg.* …$/,
    )
  })
})
