import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import goldSet from '#tests/fixtures/near-duplicates.json' with { type: 'json' }
import { tellFigure } from '#tests/support/figures.ts'
import { mostAlike, nearDuplicates } from '#shared/base/similar-texts.ts'

const pairs = (...texts: string[]) =>
  nearDuplicates(texts.map((text, n) => ({ id: `${n}`, text }))).map(({ one, other }) => `${one}=${other}`)

describe('near-duplicates', () => {
  it.each([
    ['capitals and signs', 'Wartezeit im Bürgerbüro zu lang', 'WARTEZEIT IM BÜRGERBÜRO: ZU LANG!'],
    ['a typo', 'Wartezeit im Bürgerbüro zu lang', 'Wartezeit im Bürgebüro zu lang'],
    ['another order', 'Im Bürgerbüro ist die Wartezeit zu lang', 'Die Wartezeit ist im Bürgerbüro zu lang'],
    ['a word more', 'Wartezeit im Bürgerbüro zu lang', 'Wartezeit im Bürgerbüro viel zu lang'],
    ['a short form', 'Citizens cannot track their application', 'Citizens can’t track their application'],
  ])('are found in spite of %s', (_what, one, other) => {
    expect(pairs(one, 'Etwas ganz anderes', other)).toEqual(['0=2'])
  })

  it.each([
    ['a denial', 'Der Antrag lässt sich online stellen', 'Der Antrag lässt sich nicht online stellen'],
    ['a number', 'Antrag innerhalb von 3 Tagen bearbeiten', 'Antrag innerhalb von 30 Tagen bearbeiten'],
    ['a beginning', 'Hundesteuer online anmelden', 'Hundesteuer online abmelden'],
    ['a word', 'Nächster Schritt: mit dem Bauamt testen', 'Nächster Schritt: mit dem Bauamt bauen'],
    [
      'a denial in a short form',
      'Citizens can track their application',
      "Citizens can't track their application",
    ],
    ['another short form', 'We do share our registers', "We don't share our registers"],
    [
      'a word that is one denial',
      'Citizens can track the application',
      'Citizens cannot track the application',
    ],
    ['a small word', 'Die Erinnerung im Portal ist an', 'Die Erinnerung im Portal ist aus'],
    ['a small English word', 'The reminders in the portal are on', 'The reminders in the portal are off'],
    ['a direction', 'Nachrichten an die Gemeinden', 'Nachrichten von den Gemeinden'],
    ['a word that narrows', 'Kommunen nutzen das Angebot', 'Nur wenige Kommunen nutzen das Angebot'],
    [
      'a condition',
      'Kommunen nutzen das Angebot im Verbund',
      'Kommunen nutzen das Angebot im Verbund, wenn sie wollen',
    ],
    ['a doubt', 'Kommunen nutzen das Angebot', 'Kommunen nutzen angeblich das Angebot'],
    ['two sides', 'Video statt Besuch im Amt', 'Besuch statt Video im Amt'],
  ])('are not what %s turns into something else', (_what, one, other) => {
    expect(pairs(one, other)).toEqual([])
  })

  it('are not what only shares some words, and short texts have to be the same', () => {
    expect(pairs('Antrag stellen ist schwer', 'Antrag ablehnen ist leicht')).toEqual([])
    expect(pairs('Mehr Zeit', 'Mehr Geld', 'mehr zeit')).toEqual(['0=2'])
    expect(pairs('', '')).toEqual([])
  })
})

describe('what is written alike', () => {
  it('comes the likest first, and never what has nothing in common', () => {
    const others = ['Der Antrag liegt', 'Anträge liegen im Keller', 'Sonne'].map((text, n) => ({
      id: `${n}`,
      text,
    }))
    expect(mostAlike('Antrag liegt im Keller', others, 5).map(({ id }) => id)).toEqual(['1', '0'])
    expect(mostAlike('Antrag liegt im Keller', others, 1)).toHaveLength(1)
  })
})

/** Notes as people write them; half of the pairs look alike and say something else (docs/decisions/0111). */
describe.each([
  ['with which the rules were made', goldSet.same, goldSet.different],
  ['written after the rules', goldSet.later.same, goldSet.later.different],
])('of the notes %s', (_which, same, different) => {
  const texts = [...same, ...different].flat().map((text, n) => ({ id: `${n}`, text }))
  const found = nearDuplicates(texts).map(({ one, other }) => `${one}=${other}`)
  const right = found.filter((pair) => same.some((_, n) => pair === `${2 * n}=${2 * n + 1}`))

  it('nine in ten that are called the same say the same, and most that do are found', (context) => {
    const [precision, recall] = [right.length / found.length, right.length / same.length]
    tellFigure(context, `precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`)
    expect(precision).toBeGreaterThanOrEqual(0.9)
    expect(recall).toBeGreaterThanOrEqual(0.85)
  })
})

/** Notes of real workshops with the clusters that people made of them; only where they are at hand. */
const gold = join(process.env.WERKRAUM_MATERIAL ?? '/nowhere', 'clustering/dev.json')

it.skipIf(!existsSync(gold))('of what is called the same, nine in ten belong together', () => {
  const notes = JSON.parse(readFileSync(gold, 'utf8')) as { text: string; cluster: string }[]
  const found = nearDuplicates(notes.map(({ text }, n) => ({ id: `${n}`, text })))
  const right = found.filter(({ one, other }) => notes[+one]!.cluster === notes[+other]!.cluster)
  expect(found.length).toBeGreaterThan(0)
  expect(right.length / found.length).toBeGreaterThanOrEqual(0.9)
})
