import { describe, expect, it } from 'vitest'
import { passagesOf } from '#shared/consent/passages.ts'

const said =
  'Die Amtsleitung hat das Projekt „still beerdigt“, das sagt nur keiner laut, weil der Rat die Übergabe an das Verwaltungsbüro schon gefeiert hatte.'
const passages = passagesOf([{ text: said, type: 'wording' }], [])

/** Cyrillic and Greek letters that nobody tells from ours. */
const seemingly: Record<string, string> = { a: 'а', e: 'е', o: 'ο', p: 'р', c: 'с', i: 'і', u: 'υ', B: 'В' }
const wide = (text: string) =>
  text.replaceAll(/[!-~]/g, (sign) => String.fromCodePoint(sign.codePointAt(0)! + 0xfee0))

describe('a withheld wording is found', () => {
  it.each([
    ['as it is', said],
    ['among other words', `Dazu passt: ${said} Was tun?`],
    ['in capitals', said.toUpperCase()],
    ['with decomposed umlauts', said.normalize('NFD')],
    ['with umlauts in two letters', said.replaceAll('Ü', 'Ue').replaceAll('ü', 'ue')],
    ['with words divided at line ends', said.replaceAll(/(Ver|Über)(?=\p{Ll})/gu, '$1-\n')],
    ['with a divided word in one line', said.replace('Verwaltungsbüro', 'Verwal- tungsbüro')],
    ['with soft hyphens', said.replaceAll(/(\p{L}{3})(?=\p{L})/gu, '$1\u00ad')],
    ['with other punctuation and space', said.replaceAll(/[„“,.]/g, ' –').replaceAll(' ', '\u00a0\n')],
    ['with letters of other scripts', [...said].map((letter) => seemingly[letter] ?? letter).join('')],
    ['with letters that nobody sees', [...said].join('\u3164')],
    ['as the source of a page', said.replace('still', '<b>still</b>').replaceAll(' ', '&nbsp;')],
    ['in wide letters and ligatures', wide(said.replaceAll('fi', 'ﬁ'))],
    ['read by a machine', said.replaceAll('m', 'rn').replaceAll('ü', 'ii').replaceAll('l', '1')],
    ['with typos', said.replace('Amtsleitung', 'Amtslietung').replace('gefeiert', 'gefeirt')],
    ['with a word left out', said.replace('schon ', '').replace('nur ', '')],
    ['with words added', said.replace('Projekt', 'ganze schöne Projekt')],
    ['by its beginning', 'Die Amtsleitung hat das Projekt still beerdigt …'],
    ['from its middle', 'Bemerkenswert: das sagt nur keiner laut, weil der Rat'],
    ['by its end', '… die Übergabe an das Verwaltungsbüro schon gefeiert hatte'],
  ])('%s', (_, text) => expect(passages.repeats(text)).toBe(true))
})

describe('another text is left alone', () => {
  it.each([
    ['on the same matter', 'Die Amtsleitung und das Verwaltungsbüro haben über das Projekt gesprochen.'],
    ['with a common turn of phrase', 'Das Projekt wurde beendet, weil der Rat es so wollte.'],
    ['with single words of it', 'Verwaltungsbüro, Amtsleitung, Übergabe, Projekt, Rat'],
    ['that is empty', ''],
  ])('%s', (_, text) => expect(passages.repeats(text)).toBe(false))
})

it('looks closer at what was made from a withheld quote', () => {
  const piece = 'Idee: das sagt nur keiner laut'
  expect(passages.repeats(piece)).toBe(false)
  expect(passages.repeats(piece, 'close')).toBe(true)
})

describe('a passage that goes on in the next text', () => {
  const spoken = 'Unser Amtsleiter liest keine Mails und wartet lieber auf Papier'
  const divided = passagesOf([{ text: spoken, type: 'wording' }], [])
  it.each([
    ['where the beginning is shorter', 'Unser Amtsleiter liest keine', 'Mails und wartet lieber auf Papier'],
    ['where the end is shorter', 'Unser Amtsleiter liest keine Mails und wartet', 'lieber auf Papier'],
    ['where each is short', 'Unser Amtsleiter liest keine', 'Mails und wartet'],
    ['behind all of it', `${spoken}. Unser Amtsleiter liest keine`, 'Mails und wartet lieber auf Papier'],
  ])('is found %s', (_, text, next) => expect(divided.repeatsAcross(text, next)).toBe(true))

  it.each([
    ['beside all of it', spoken, 'Parkplätze fehlen'],
    ['before its end', 'Parkplätze fehlen', 'Mails und wartet lieber auf Papier'],
    ['beside nothing', spoken, ''],
  ])('is none %s', (_, text, next) => expect(divided.repeatsAcross(text, next)).toBe(false))
})

it('finds short wordings where they stand alone only', () => {
  const short = passagesOf([{ text: 'Ja, genau.', type: 'wording' }], [])
  expect(short.repeats('ja genau')).toBe(true)
  expect(short.repeats('Ja, genau das meinen wir.')).toBe(false)
})

it('leaves what a released text says, and not one word of the withheld one around it', () => {
  const released = 'Der Antrag liegt drei Wochen, weil niemand weiß, wer ihn weiterreicht.'
  const protocol = `${released} ${said}`
  const both = passagesOf([{ text: protocol, type: 'protocol' }], [released])
  expect(both.repeats(`Zitat: ${released}`)).toBe(false)
  expect(both.repeats(protocol)).toBe(true)
  expect(both.repeats(said)).toBe(true)
})

describe('a withheld wording that shares all but a word with a released one', () => {
  it.each([
    ['Der Chef blockiert alles.', 'Der Chef blockiert nichts.'],
    ['Das war nie genehmigt.', 'Das war schon genehmigt worden.'],
    ['Frau Kern lügt uns alle an.', 'Frau Kern lügt uns alle nie an.'],
    [
      'Wir wissen alle längst, dass der neue Antrag im Rat keine Mehrheit findet, nie.',
      'Wir wissen alle längst, dass der neue Antrag im Rat keine Mehrheit findet, gut.',
    ],
  ])('%s', (withheld, free) => {
    const both = passagesOf([{ text: withheld, type: 'wording' }], [free])
    expect(both.repeats(withheld)).toBe(true)
    expect(both.repeats(`Dazu: ${withheld} Was nun?`)).toBe(true)
    expect(both.repeats(free)).toBe(false)
    expect(both.repeats(`Dazu: ${free} Was nun?`)).toBe(false)
  })

  it('is free once the same words are released', () => {
    const words = 'Der Chef blockiert alles.'
    expect(passagesOf([{ text: words, type: 'wording' }], [`Sie sagt: ${words}`]).repeats(words)).toBe(false)
  })
})
