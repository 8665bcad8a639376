import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mostAlike, nearDuplicates } from '#shared/base/similar-texts.ts'

const pairs = (...texts: string[]) =>
  nearDuplicates(texts.map((text, n) => ({ id: `${n}`, text }))).map(({ one, other }) => `${one}=${other}`)

describe('near-duplicates', () => {
  it.each([
    ['capitals and signs', 'Wartezeit im Bürgerbüro zu lang', 'WARTEZEIT IM BÜRGERBÜRO: ZU LANG!'],
    ['a typo', 'Wartezeit im Bürgerbüro zu lang', 'Wartezeit im Bürgebüro zu lang'],
    ['another order', 'Im Bürgerbüro ist die Wartezeit zu lang', 'Die Wartezeit ist im Bürgerbüro zu lang'],
    ['a word more', 'Wartezeit im Bürgerbüro zu lang', 'Wartezeit im Bürgerbüro viel zu lang'],
  ])('are found in spite of %s', (_what, one, other) => {
    expect(pairs(one, 'Etwas ganz anderes', other)).toEqual(['0=2'])
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

/** Notes of real workshops with the clusters that people made of them; only where they are at hand. */
const gold = join(process.env.WERKRAUM_MATERIAL ?? '/nowhere', 'clustering/dev.json')

it.skipIf(!existsSync(gold))('of what is called the same, nine in ten belong together', () => {
  const notes = JSON.parse(readFileSync(gold, 'utf8')) as { text: string; cluster: string }[]
  const found = nearDuplicates(notes.map(({ text }, n) => ({ id: `${n}`, text })))
  const right = found.filter(({ one, other }) => notes[+one]!.cluster === notes[+other]!.cluster)
  expect(found.length).toBeGreaterThan(0)
  expect(right.length / found.length).toBeGreaterThanOrEqual(0.9)
})
