import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRows } from '#shared/base/csv-rows.ts'
import { csvText } from '#shared/base/csv-text.ts'

const read = (text: string) => csvRows(text, 100)

describe('a CSV', () => {
  it.each([';', '\t', ',', '|'])('is split at what its head is split at: %j', (sign) => {
    const rows = [
      ['Lösung', 'Zweck', 'Kosten'],
      ['Formularserver', 'Anträge', 'gering'],
    ]
    expect(read(rows.map((cells) => cells.join(sign)).join('\r\n'))).toEqual(rows)
  })

  it('that a German Excel wrote is not split at the commas of its sentences, names and amounts', () => {
    const rows = [
      ['Lösung', 'Zweck', 'Kosten'],
      ['Formularserver', 'Anträge, Meldungen, Termine, auch mobil', '0,30'],
      ['Chatbot', 'Fragen,Antworten, rund um die Uhr, in Deutsch, Englisch, Ukrainisch', '1,50'],
      ['E-Akte', 'Akten, Vorgänge, Postkorb', ''],
    ]
    expect(read(rows.map((cells) => cells.join(';')).join('\n'))).toEqual(rows)
    const people = [
      ['Name, Vorname', 'Organisation'],
      ['Müller, Anna', 'Stadt Aue, Bauamt'],
    ]
    expect(read(people.map((cells) => cells.join(';')).join('\n'))).toEqual(people)
  })

  it('keeps semicolons in sentences of one with commas, in quotation marks or not', () => {
    expect(read('Name,Zweck\nA,"x; y; z"\nB,u; v\n')).toEqual([
      ['Name', 'Zweck'],
      ['A', 'x; y; z'],
      ['B', 'u; v'],
    ])
  })

  it('may have a title over its head, rows that end early and one column alone', () => {
    expect(read('Liste der Lösungen, Stand Mai 2026\n\nName;Zweck;Ort\nA;x, y\nB;;Aue\n')).toEqual([
      ['Liste der Lösungen, Stand Mai 2026'],
      ['Name', 'Zweck', 'Ort'],
      ['A', 'x, y'],
      ['B', '', 'Aue'],
    ])
    expect(read('Name\nMüller, Anna\nMeier, Jens')).toEqual([['Name'], ['Müller, Anna'], ['Meier, Jens']])
    expect(read('Name, Ort\nAnna, Aue')).toEqual([
      ['Name', ' Ort'],
      ['Anna', ' Aue'],
    ])
  })

  it('may say itself what separates, and be broken', () => {
    expect(read('\ufeffsep=|\r\na;b|c')).toEqual([['a;b', 'c']])
    expect(read('a;b\n24" breit;"offen\n"zu" früh;"x"')).toEqual([
      ['a', 'b'],
      ['24" breit', '"offen'],
      ['"zu" früh', 'x'],
    ])
    expect(read('')).toEqual([])
    expect(csvRows('a\nb\nc', 2)).toEqual([['a'], ['b']])
  })

  it.each(['de', 'en'] as const)('taken along in %s comes back as it was', (language) => {
    const some = fc.constantFrom('=1+1', '- Punkt\n"x"', ';', ', ')
    const cell = fc.oneof(fc.stringMatching(/^[^'][^]{0,20}$/), fc.constant(''), some)
    const row = fc.tuple(cell, cell, cell)
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const table = [
          ['Name', 'Zweck', 'Kosten'],
          ...rows.filter((cells) => cells.some((one) => one.trim())),
        ]
        expect(csvRows(csvText(table, language), 100)).toEqual(table)
      }),
    )
  })
})
