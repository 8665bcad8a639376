import { describe, expect, it } from 'vitest'
import { heardOf } from '#client/room/capture/heard-line.ts'

/** A Wednesday. */
const today = new Date(2026, 10, 25)
const names = ['Imke Sander', 'Bo', 'Anna Maria Weiß']
const heard = (line: string) => heardOf(line, names, today)

describe('a line that somebody captures', () => {
  it('is a task of whoever begins it, for the day it names', () => {
    expect(heard('Imke lädt die Kämmerei ein, bis Freitag.')).toEqual({
      kind: 'task',
      text: 'Imke lädt die Kämmerei ein',
      owner: 'Imke Sander',
      date: '2026-11-27',
    })
  })

  it('is a decision where it says so, and loses the word', () => {
    expect(heard('Beschluss: Wir beginnen mit dem Wohngeld')).toEqual({
      kind: 'decision',
      text: 'Wir beginnen mit dem Wohngeld',
      owner: '',
      date: '',
    })
    expect(heard('Decision: we begin').kind).toBe('decision')
  })

  it('says nothing of its kind where it names nobody and no day', () => {
    expect(heard('Wir beginnen mit dem Wohngeld')).toMatchObject({ kind: null, owner: '', date: '' })
  })

  it.each([
    ['Einladung schreiben @Bo', 'Bo', 'Einladung schreiben'],
    ['@imke Einladung schreiben', 'Imke Sander', 'Einladung schreiben'],
    ['@Kämmerei: Zahlen liefern', 'Kämmerei', 'Zahlen liefern'],
    ['Anna Maria Weiß: Zahlen liefern', 'Anna Maria Weiß', 'Zahlen liefern'],
    ['Bo klärt das', 'Bo', 'Bo klärt das'],
    ['Boote anschaffen', '', 'Boote anschaffen'],
  ])('%s belongs to “%s”', (line, owner, text) => {
    expect(heard(line)).toMatchObject({ owner, text })
  })

  it.each([
    ['Zahlen liefern bis morgen', '2026-11-26'],
    ['Zahlen liefern, bis zum 12.12.', '2026-12-12'],
    ['Zahlen liefern bis 12.12.2027', '2027-12-12'],
    ['Zahlen liefern bis 3. Januar', '2027-01-03'],
    ['Zahlen liefern bis 2026-12-01', '2026-12-01'],
    ['Zahlen liefern bis nächsten Montag', '2026-11-30'],
    ['Zahlen liefern am Mittwoch', '2026-12-02'],
    ['Zahlen liefern in zwei Wochen', '2026-12-09'],
    ['Zahlen liefern in 10 Tagen', '2026-12-05'],
    ['Zahlen liefern bis nächste Woche', '2026-12-04'],
    ['Zahlen liefern bis Ende der Woche', '2026-11-27'],
    ['Zahlen liefern bis Ende des Monats', '2026-11-30'],
    ['Send the figures by Friday', '2026-11-27'],
    ['Send the figures by December 3rd', '2026-12-03'],
    ['Send the figures in two weeks', '2026-12-09'],
    ['Send the figures tomorrow', '2026-11-26'],
  ])('%s: %s', (line, date) => {
    const { text, ...rest } = heard(line)
    expect(rest.date).toBe(date)
    expect(text).toMatch(/^(Zahlen liefern|Send the figures)$/)
  })

  it.each(['Zahlen bis 31.2. liefern', 'Freitag ist Ruhetag', 'Version 2.1 testen', 'Jeden Morgen um 8 Uhr'])(
    'finds no day in “%s”',
    (line) => {
      expect(heard(line)).toMatchObject({ date: '', text: line })
    },
  )

  it('keeps a day in the middle of a sentence, and takes it all the same', () => {
    expect(heard('Bis Freitag klärt Bo die Zahlen')).toMatchObject({
      text: 'Bis Freitag klärt Bo die Zahlen',
      date: '2026-11-27',
    })
  })
})
