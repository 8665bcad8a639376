import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consistencyOf } from '#client/kinds/interview/reading-in/consistency.ts'
import { divide, type Part } from '#client/kinds/interview/reading-in/divide.ts'
import { interviewHeading } from '#client/kinds/interview/reading-in/heading.ts'
import { markedUp, stressedText } from '#client/kinds/interview/reading-in/stressed-text.ts'
import { projectRoot } from '#tests/support/module-graph.ts'

const parted = (text: string) => divide(stressedText(text))
const interviewsIn = (parts: readonly Part[]) =>
  parts.flatMap((part) => (part.type === 'interview' ? [part] : []))

describe('what a writer stressed', () => {
  it('loses its marks and keeps its place', () => {
    const { text, strong, headings } = stressedText('# Titel\n\nEin **fetter Satz.** Und __noch__ einer.')
    expect(text).toBe('Titel\n\nEin fetter Satz. Und noch einer.')
    expect(strong.map(([from, to]) => text.slice(from, to))).toEqual(['fetter Satz.', 'noch'])
    expect(headings.map(({ at: [from, to], level }) => [text.slice(from, to), level])).toEqual([['Titel', 1]])
  })

  it.each(['2 * 3 ** 4', 'ein **offener Stern', '** frei **', 'a\n\n**b\n\nc**', 'snake_case und __init'])(
    'is not made of what only looks like it: %s',
    (text) => expect(stressedText(text)).toEqual({ text, strong: [], headings: [] }),
  )

  it('comes back the same from a text with marks, whatever stands between them', () => {
    const word = fc.stringMatching(/^[a-zäöü]{1,8}$/)
    const piece = fc.tuple(word, fc.boolean()).map(([said, bold]) => (bold ? `**${said}**` : said))
    const line = fc.tuple(fc.constantFrom('', '# ', '## '), fc.array(piece, { minLength: 1, maxLength: 6 }))
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        const source = lines.map(([head, words]) => head + words.join(' ')).join('\n\n')
        expect(markedUp(stressedText(source))).toBe(source)
      }),
    )
  })
})

describe('headings of interviews', () => {
  it.each([
    ['Interview 1 (Aue, 11.11.2025)', { number: 1, place: 'Aue', date: '2025-11-11', function: '' }],
    [
      'Interview Nr. 12: Stadt Aue, 3. März 2026',
      { number: 12, place: 'Stadt Aue', date: '2026-03-03', function: '' },
    ],
    [
      'Gespräch 2: Leitung Bürgerbüro, Stadt Aue (rund 38.000 Einwohner:innen)',
      { number: 2, place: 'Stadt Aue', date: null, function: 'Leitung Bürgerbüro' },
    ],
    [
      'Protokoll 3 – Landkreis Moor – 2026-01-09',
      { number: 3, place: 'Landkreis Moor', date: '2026-01-09', function: '' },
    ],
    ['Interview 4', { number: 4, place: '', date: null, function: '' }],
    [
      '1. Interview – Stadt Aue, 11.11.25',
      { number: 1, place: 'Stadt Aue', date: '2025-11-11', function: '' },
    ],
    ['Zweites Gespräch (Moor)', { number: 2, place: 'Moor', date: null, function: '' }],
    ['Interview IV: Gemeinde Moor', { number: 4, place: 'Gemeinde Moor', date: null, function: '' }],
    ['Gespräch 4 am 3.2.2026 in Aue', { number: 4, place: 'Aue', date: '2026-02-03', function: '' }],
    ['Experteninterview 2/5: Aue', { number: 2, place: 'Aue', date: null, function: '' }],
    ['Interview 01_Aue_2026-02-03', { number: 1, place: 'Aue', date: '2026-02-03', function: '' }],
    ['Interview 6 (Peters) – kein Protokoll', { number: 6, place: 'Peters', date: null, function: '' }],
    [
      'Interview mit der Leiterin des Bürgerbüros, Stadt Aue (3. Februar 2026)',
      { number: null, place: 'Stadt Aue', date: '2026-02-03', function: 'Leiterin des Bürgerbüros' },
    ],
    [
      'Interview vom 12.02.2026: Stadt Aue',
      { number: null, place: 'Stadt Aue', date: '2026-02-12', function: '' },
    ],
    ['Interview 4, Stadt Peine, Februar 2026', { number: 4, place: 'Stadt Peine', date: null, function: '' }],
    [
      'Interview 5 (Herbst 2025, Leitung, Kreis Moor)',
      { number: 5, place: 'Kreis Moor', date: null, function: 'Leitung' },
    ],
    ['Interview C: Gemeinde Moor', { number: 3, place: 'Gemeinde Moor', date: null, function: '' }],
    ['Interview 2b (Aue)', { number: null, label: '2b', place: 'Aue', date: null, function: '' }],
    [
      'Fokusgruppe 1: Beschäftigte, Stadt Aue',
      { number: 1, place: 'Stadt Aue', date: null, function: 'Beschäftigte' },
    ],
    [
      'Gespräch am 3.2.2026 in der Gemeinde Moor',
      { number: null, place: 'Gemeinde Moor', date: '2026-02-03', function: '' },
    ],
  ])('tell number, place, date and function: %s', (line, facts) =>
    expect(interviewHeading(line)).toEqual(facts),
  )

  it('name nobody: the function goes outside in place of the name', () =>
    expect(interviewHeading('Interview 4 mit Frau Dr. Lüders, Bürgermeisterin der Stadt Aue')).toEqual({
      number: 4,
      place: 'Stadt Aue',
      date: null,
      function: 'Bürgermeisterin',
    }))

  it('may be called headings by the file alone', () => {
    expect(interviewHeading('Interview Aue')).toBe(null)
    expect(interviewHeading('Interview Aue', true)).toMatchObject({ number: null, place: 'Aue' })
  })

  it.each([
    'Interview 1 zeigt, dass vieles liegen bleibt.',
    'Gespräch mit der Stadt Aue geführt.',
    'Interviewprotokolle Stadt Aue 2026',
    'Interviews wurden geführt',
    'In Interview 3 (Aue) kam das nicht vor.',
    'Interview 2: Hier war die Rede davon, dass niemand weiß, wer am Ende für all das zuständig ist',
    'Gespräch 31.2.2026',
    'Interview M. Peters',
    'Gespräch a priori',
  ])('are not every line that names one: %s', (line) => expect(interviewHeading(line)).toBe(null))
})

describe('a file with several interviews', () => {
  const fixture = parted(readFileSync(join(projectRoot, 'tests/fixtures/interview-protokoll.txt'), 'utf8'))

  it('is divided into them, with what their first lines say, and what belongs to none stays beside', () => {
    expect(fixture.map(({ type }) => type)).toEqual([
      'document',
      ...Array.from({ length: 7 }, () => 'interview'),
      'document',
    ])
    expect(interviewsIn(fixture)[4]).toMatchObject({
      number: 5,
      place: 'Landkreis Moorland',
      function: 'Sachbearbeitung Wohngeld',
      minutes: 45,
    })
    expect(fixture.at(-1)!.title).toBe('Nachbemerkungen des Moderationsteams')
  })

  it('loses no word between its parts', () => {
    const text = 'Vorweg.\n\nInterview 1 (Aue)\n\nEins.\n\nInterview 2 (Moor)\n\nZwei.\n\nFazit\n\nDrei.'
    const parts = parted(text)
    expect(parts.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Vorweg.',
      'Interview 1 (Aue)\n\nEins.',
      'Interview 2 (Moor)\n\nZwei.',
      'Fazit\n\nDrei.',
    ])
  })

  it('keeps a "Fazit" that stands in each of them where it stands', () => {
    const parts = parted('Interview 1\n\nEins.\n\nFazit\n\nA.\n\nInterview 2\n\nZwei.\n\nFazit\n\nB.')
    expect(parts.map(({ type }) => type)).toEqual(['interview', 'interview'])
  })

  it('ends the last one at a heading as high as its own', () => {
    const parts = parted(
      '# Interview 1\n\nEins.\n\n## Alltag\n\nA.\n\n# Interview 2\n\nZwei.\n\n## Alltag\n\nB.\n\n# Und nun?\n\nC.',
    )
    expect(parts.map(({ type, title }) => [type, title])).toEqual([
      ['interview', 'Interview 1'],
      ['interview', 'Interview 2'],
      ['document', 'Und nun?'],
    ])
  })

  it('is divided without numbers, too, where no heading has one', () => {
    const text =
      'Gespräche\n\n# Interview Aue\n\nEins.\n\nGespräch mit der Stadt Moor\n\n# Interview Peters\n\nZwei.'
    expect(parted(text).map(({ title }) => title)).toEqual([
      'Gespräche',
      'Interview Aue',
      'Gespräch mit der Stadt Moor',
      'Interview Peters',
    ])
    const numbered = parted(`Interviewprotokoll Stadt Aue\n\nInterview 1 (Aue)\n\nEins.`)
    expect(numbered.map(({ type }) => type)).toEqual(['document', 'interview'])
  })

  it.each([
    [
      'places and days in lines of their own',
      'Stadt Aue, 12.02.2026',
      'Gemeinde Moor, 13.02.2026',
      'Aue|Moor',
    ],
    ['headings that are places', '# 1. Stadt Aue', '# 2. Gemeinde Moor', 'Aue|Moor'],
    ['bold lines', '**Landkreis Moor am See**', '**Stadt Aue, Leitung**', 'Moor am See|Aue'],
    ['codes', 'I1 – Stadt Aue', 'I2 – Gemeinde Moor', 'Aue|Moor'],
    ['people', 'Teilnehmerin 1 (Stadt Aue)', 'Teilnehmer 2 (Gemeinde Moor)', 'Aue|Moor'],
  ])('is divided at what looks like a heading, where none says what it is: %s', (_, one, other, places) => {
    const interviews = interviewsIn(parted(`Vorweg.\n\n${one}\n\nEins.\n\n${other}\n\nZwei.`))
    expect(interviews.map(({ place }) => place.replace(/^\p{L}+ /u, '')).join('|')).toBe(places)
  })

  it('is divided at "Interview 2b", too', () => {
    const parts = parted('Interview 1\n\nA.\n\nInterview 2\n\nB.\n\nInterview 2b\n\nC.')
    expect(interviewsIn(parts).map(({ title, number }) => [title, number])).toEqual([
      ['Interview 1', 1],
      ['Interview 2', 2],
      ['Interview 2b', null],
    ])
  })

  it.each([
    ['a single place', '# Stadt Aue\n\nEins.\n\n# Was nun?\n\nZwei.'],
    ['people who speak by turns', 'B1 (lacht)\n\nJa.\n\nB2 (nickt)\n\nNein.\n\nB1 (leise)\n\nDoch.'],
    ['speakers', 'I1: Wie lief es?\n\nB1: Schlecht.\n\nI2: Warum?'],
    ['headings that speak of towns', '# Stadt und Land\n\nEins.\n\n# Gemeinde heute\n\nZwei.'],
    ['sentences', 'Stadt Aue war am 12.02.2026 dran.\n\nStadt Moor war am 13.02.2026 dran.'],
  ])('is not divided at %s', (_, text) => {
    expect(parted(text).map(({ type }) => type)).toEqual(['document'])
  })

  it('tells where there is no more than a heading', () => {
    const parts = parted(
      'Interview 1 (Aue)\n\nEins.\n\nInterview 2 (Moor) – kein Protokoll\n\nInterview 3 (Peters)\n\nliegt nicht vor, Protokoll fehlt',
    )
    expect(interviewsIn(parts).map(({ title, isBare }) => [title, isBare])).toEqual([
      ['Interview 1 (Aue)', false],
      ['Interview 2 (Moor)', true],
      ['Interview 3 (Peters)', true],
    ])
  })

  it('takes no list of contents for interviews', () => {
    const parts = parted('Inhalt\nInterview 1\nInterview 2\n\nInterview 1\n\nEins.\n\nInterview 2\n\nZwei.')
    expect(interviewsIn(parts).map(({ number }) => number)).toEqual([1, 2])
  })
})

describe('what does not add up', () => {
  const hintsFor = (text: string) => consistencyOf(stressedText(text).text, parted(text))
  const two = 'Interview 1 (Stadt Aue)\n\nEins.\n\nInterview 2 (Moor)\n\nZwei.'

  it('is a number of interviews that is announced and not there', () => {
    expect(hintsFor(`Es wurden drei ausführliche, offene Interviews geführt.\n\n${two}`)).toEqual([
      { type: 'count', announced: 3, found: 2 },
    ])
    expect(hintsFor(`Es wurden zwei Interviews geführt.\n\n${two}`)).toEqual([])
  })

  it.each([
    ['Es wurden sechs Personen interviewt.', 6],
    ['Sechs Beschäftigte aus drei Ämtern wurden befragt.', 6],
    ['Wir haben mit sechs Fachleuten gesprochen.', 6],
    ['Interviewt wurden sechs Personen.', 6],
    ['6 Expertengespräche bilden die Grundlage.', 6],
    ['Grundlage sind sechs Experteninterviews.', 6],
    ['Von den sechs geplanten Gesprächen liegen Protokolle vor.', 6],
    ['Dreizehn Interviews wurden geführt.', 13],
    ['In vier Wochen wurden sechs Personen interviewt.', 6],
    ['We interviewed six people.', 6],
  ])('is announced in other words, too: %s', (sentence, announced) => {
    expect(hintsFor(`${sentence}\n\n${two}`)).toEqual([{ type: 'count', announced, found: 2 }])
  })

  it.each([
    'In drei Interviews kam das vor.',
    'Ein Interview mit Leitungen und ein Gespräch mit Beschäftigten.',
    'Geführt wurden 60 Minuten lange Gespräche.',
    'Es gab drei Fragen, danach Interviews.',
    'Beide Interviews fanden am 3. Gespräche am 4. statt.',
  ])('is no other number: %s', (sentence) => {
    expect(hintsFor(`${sentence}\n\n${two}`)).toEqual([])
  })

  it('is not the sum of several kinds of conversation', () => {
    const three = `${two}\n\nInterview 3 (Peters)\n\nDrei.\n\nInterview 4 (Nord)\n\nVier.\n\nInterview 5 (Süd)\n\nFünf.`
    expect(
      hintsFor(`Drei Interviews mit Leitungen und zwei Gespräche mit Beschäftigten.\n\n${three}`),
    ).toEqual([])
  })

  it('is a place among those asked from which nothing came, and then the number is explained', () => {
    const list = '- Aue\n- Gemeinde Moor\n- Peters (kein Protokoll)'
    expect(hintsFor(`Drei Gespräche wurden geführt:\n\n${list}\n\n${two}`)).toEqual([
      { type: 'missing', place: 'Peters' },
    ])
    expect(hintsFor(`Fragen:\n\n- Was hilft?\n- Was stört?\n\n${two}`)).toEqual([])
  })

  it('is a number that is missing between others, or that two have', () => {
    expect(hintsFor('Interview 1\n\nA.\n\nInterview 3\n\nB.\n\nInterview 3\n\nC.')).toEqual([
      { type: 'gap', number: 2 },
      { type: 'twice', number: 3 },
    ])
  })
})

const real = join(process.env.WERKRAUM_MATERIAL ?? '/nowhere', 'seeds/002_e7b3d804e4c96934.txt')
describe.skipIf(!existsSync(real))('real protocols', () => {
  const text = existsSync(real) ? readFileSync(real, 'utf8') : ''

  it('are five interviews between two texts, each with number, place and day; a sixth is announced', () => {
    const parts = parted(text)
    expect(parts.map(({ type }) => type)).toEqual([
      'document',
      ...Array.from({ length: 5 }, () => 'interview'),
      'document',
    ])
    const interviews = interviewsIn(parts)
    expect(interviews.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
    expect(interviews.every(({ place, date }) => place !== '' && date?.startsWith('2025-1'))).toBe(true)
    expect(consistencyOf(stressedText(text).text, parts).map(({ type }) => type)).toEqual(['missing'])
  })

  it('keep what their writer stressed', () => {
    expect(stressedText(text).strong.length).toBeGreaterThan(30)
    expect(stressedText(text).text).not.toContain('**')
  })
})
