import { describe, expect, it } from 'vitest'
import { linesOf, widthsOf } from '#server/export/sheets/widths.ts'

const words = (count: number) => Array.from({ length: count }, () => 'Antrag').join(' ')
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)

describe('widths of columns', () => {
  it('give the paper to those who hold most, and every word and day its line', () => {
    const day = { text: '07.09.2026', day: new Date('2026-09-07') }
    const row = [words(30), 'Wörtlich', words(3), words(3), 'Entwurf', words(4), 'Mara Moder', day]
    const titles = ['Wortlaut', 'Wiedergabe', 'Themen', 'Stelle', 'Stand', 'Gruppe', 'Von', 'Wann']
    const { widths, orientation } = widthsOf(
      titles,
      Array.from({ length: 20 }, () => row),
    )
    expect(orientation).toBe('landscape')
    expect(sumOf(widths)).toBeLessThanOrEqual(172)
    expect(Math.max(...widths)).toBe(widths[0])
    expect(
      linesOf(
        row.map((cell) => (typeof cell === 'string' ? cell : cell.text)),
        widths,
      ),
    ).toBeLessThan(5)
    expect(linesOf(titles, widths, true)).toBe(1)
  })

  it('leave no paper unused beside a column that breaks', () => {
    const { widths } = widthsOf(['Frage', 'Zellen'], [['Warum?', words(80)]])
    expect(widths[1]).toBeGreaterThan(80)
  })

  it('are for most rows: one long word in a hundred makes no column wide', () => {
    const rows = Array.from({ length: 100 }, (_, n) => [words(60), n === 0 ? 'x'.repeat(80) : 'kurz'])
    expect(widthsOf(['Text', 'Wort'], rows).widths[1]).toBeLessThan(30)
  })

  it('keep a sentence that stands alone whole', () => {
    const notice = '78 O-Töne sind nicht freigegeben und erscheinen hier nur als Platzhalter.'
    const { widths } = widthsOf([notice], [])
    expect(linesOf([notice], widths, true)).toBe(1)
  })
})
