import { describe, expect, it } from 'vitest'
import { namesIn } from '#shared/consent/names.ts'
import { proposalsIn, quotedIn, renderingOf } from '#client/kinds/interview/proposals.ts'
import { topicsIn } from '#client/kinds/interview/quote-passage.ts'
import { stressedText } from '#client/kinds/interview/reading-in/stressed-text.ts'

const propose = (marked: string, taken: readonly string[] = []) => {
  const { text, strong } = stressedText(marked)
  const spans = strong.map(([start, end]) => ({ start, end }))
  const places = taken.map((words) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  }))
  return proposalsIn(text, spans, places).map(({ start, end, because, rendering }) => [
    text.slice(start, end),
    because,
    rendering,
  ])
}

describe('proposals for quotes', () => {
  it('are fragments in quotation marks, which are verbatim, and bold sentences, which report what was said', () => {
    expect(propose('Sie sagt: „Das dauert viel zu lange.“ **Niemand weiß, wer zuständig ist.**')).toEqual([
      ['Das dauert viel zu lange.', 'quoted', 'verbatim'],
      ['Niemand weiß, wer zuständig ist.', 'stressed', 'paraphrased'],
    ])
  })

  it.each([
    ['"gerade Zeichen hier"', 'gerade Zeichen hier'],
    ['»gedruckte Zeichen hier«', 'gedruckte Zeichen hier'],
    ['“englische Zeichen hier”', 'englische Zeichen hier'],
  ])('know the marks of %s', (text, words) => expect(propose(text)).toEqual([[words, 'quoted', 'verbatim']]))

  it('name a passage once that is bold and in quotation marks', () => {
    expect(propose('Er sagt: **„Das ist nicht ernst gemeint.“**')).toEqual([
      ['Das ist nicht ernst gemeint.', 'quoted', 'verbatim'],
    ])
  })

  it('are no headings, no single words, and nothing that is a quote already', () => {
    expect(propose('**Was gut läuft hier**\n\nDas **Wort** und „kurz“.')).toEqual([])
    expect(
      propose('Sie sagt: „Das dauert zu lange.“ Und: „Ganz anders hier.“', ['Das dauert zu lange.']),
    ).toEqual([['Ganz anders hier.', 'quoted', 'verbatim']])
  })

  it('reach over no paragraph, so that a lost mark takes nothing along', () => {
    expect(propose('Ein „Anfang ohne Ende\n\nund ein Ende“ ohne Anfang')).toEqual([])
  })
})

it('In a report everything outside quotation marks is paraphrased; a text without any is taken word by word', () => {
  const text = 'Sie sagt: „Das dauert.“ Es fehle an allem.'
  const quoted = quotedIn(text)
  expect(renderingOf({ start: 11, end: 22 }, quoted)).toBe('verbatim')
  expect(renderingOf({ start: 24, end: 42 }, quoted)).toBe('paraphrased')
  expect(renderingOf({ start: 0, end: 4 }, [])).toBe('verbatim')
})

it('Topics are told apart by commas, and each is named once', () => {
  expect(topicsIn(' KI,  Finanzierung ; KI,, ')).toEqual(['KI', 'Finanzierung'])
  expect(topicsIn(null)).toEqual([])
})

describe('names to be looked at', () => {
  it('are persons with a title and providers, as the text or the room names them', () => {
    const text =
      'Frau Petersen und Dr. Lüders von der Muster Software GmbH nutzen FormularPlus. Herrn Petersen gibt es auch, Frau Petersen sagt das.'
    expect(namesIn(text, ['FormularPlus', 'Nirgends'])).toEqual([
      { name: 'Petersen', type: 'person', count: 3 },
      { name: 'Lüders', type: 'person', count: 1 },
      { name: 'Muster Software', type: 'provider', count: 1 },
      { name: 'FormularPlus', type: 'provider', count: 1 },
    ])
  })

  it('are those of persons behind what they are, whole', () =>
    expect(
      namesIn('Herr Dr. Hans-Peter Müller-Lüders sah Bürgermeisterin Aydin und Landrat Ott.', []).map(
        ({ name }) => name,
      ),
    ).toEqual(['Hans-Peter Müller-Lüders', 'Aydin', 'Ott']))

  it.each([
    ['Sabine Krüger sagt, Krüger sei zuständig.', ['Sabine Krüger', 'Krüger']],
    ['Fachbereichsleiter Jens Petersen und Amtsleiterin Aydin.', ['Jens Petersen', 'Aydin']],
    ['Frau M. und Herr Dr. K. sprachen.', ['Frau M.', 'Herr Dr. K.']],
    ['Frau M sagt das. Kollege P.-M. auch', ['Frau M', 'Kollege P.-M.']],
    ['Frau Sabine Krüger', ['Sabine Krüger']],
    [
      'Hans-Peter Meyer-Lüders, Karl von der Heide, Ayşe Öz',
      ['Hans-Peter Meyer-Lüders', 'Karl von der Heide', 'Ayşe Öz'],
    ],
    ['Sachbearbeiter Krüger', ['Krüger']],
  ])('are persons by first name, office or initial: %s', (text, names) =>
    expect(namesIn(text, []).map(({ name }) => name)).toEqual(names),
  )

  it.each([
    'Sachbearbeiterin Wohngeld, Amtsleiter Soziales und Referentin Digitalisierung.',
    'Im August Termine, in Franken Anträge.',
    'Die Mitarbeiterin sagt, Frau und Mann warten.',
    'Konrad-Adenauer-Stiftung und Max-Planck-Straße',
    'Die Projektleiterin der Stadt',
    'Funktion: Sachbearbeiterin\nAusführlich',
  ])('are no nouns: %s', (text) =>
    expect(
      namesIn(text, [])
        .filter(({ type }) => type === 'person')
        .map(({ name }) => name),
    ).toEqual([]),
  )

  it('are those of providers that protocols name without saying what they are', () =>
    expect(
      namesIn(
        'Mit HannIT und der Firma Nordsoft läuft es schlecht, von Microsoft ist man abhängig; die MitarbeiterInnen nutzen WohnPlus vom Anbieter Meyer & Sohn.',
        [],
      ).map(({ name }) => name),
    ).toEqual(['Nordsoft', 'Meyer & Sohn', 'HannIT', 'WohnPlus', 'Microsoft']))

  it('are found on their own, too, where one stands once before a noun, or in a longer name', () =>
    expect(
      namesIn(
        'Frau Petersen und Microsoft. Dann hat Frau Petersen Anträge gestellt, bei der Microsoft Deutschland GmbH.',
        [],
      ).map(({ name, count }) => [name, count]),
    ).toEqual([
      ['Petersen', 2],
      ['Petersen Anträge', 1],
      ['Microsoft Deutschland', 1],
      ['Microsoft', 2],
    ]))

  it('stand behind all that somebody is addressed by', () =>
    expect(
      namesIn('Bürgermeister Herr Meyer, Bürgermeisterin Frau Dr. Aydin, Herr Landrat Ott.', []).map(
        ({ name }) => name,
      ),
    ).toEqual(['Meyer', 'Aydin', 'Ott']))

  it('are no parts of other words', () => expect(namesIn('Das Cloudwesen', ['Cloud'])).toEqual([]))
})
