import { describe, expect, test } from 'vitest'
import { kinds as de } from '#shared/kinds/de.ts'
import { kinds as en } from '#shared/kinds/en.ts'
import type { FieldSpec } from '#shared/kinds/field.ts'
import { fieldsOf, isTextField, kindNames, traitsOf, writableKinds } from '#shared/kinds/index.ts'
import type { FieldTexts } from '#shared/kinds/texts.ts'

test('a field that two kinds share is stored alike in both, so that a card turned into the other can be written', () => {
  const storage = new Map<string, Set<string>>()
  for (const kind of kindNames) {
    for (const [name, spec] of Object.entries(fieldsOf(kind))) {
      const stored = isTextField(spec) ? 'text' : spec.type
      storage.set(name, (storage.get(name) ?? new Set()).add(stored))
    }
  }
  expect([...storage].filter(([, types]) => types.size > 1).map(([name]) => name)).toEqual([])
})

test('the traits of a kind name fields that it has', () => {
  for (const kind of kindNames) {
    const { headline, detail, colouredBy, versionIn, freshIn = [], release, place, captured } = traitsOf(kind)
    const places = place ? [place.exact, place.outside, place.promise.by, ...place.pointsWith] : []
    const rules = [
      release?.by,
      release?.telling,
      captured?.owner,
      captured?.day,
      captured?.promise?.by,
      ...places,
    ]
    const named = [headline, ...detail, colouredBy, versionIn, ...freshIn, ...rules]
    expect(Object.keys(fieldsOf(kind)), kind).toEqual(expect.arrayContaining(named.filter(Boolean)))
    if (versionIn !== undefined) expect(fieldsOf(kind)[versionIn]!.type, kind).toBe('number')
  }
})

describe.each([
  ['German', de],
  ['English', en],
])('in %s', (_, texts) => {
  test('every text that somebody writes says what belongs in it: its name asks, or there is a hint or an example', () => {
    const silent = writableKinds.flatMap((kind) => {
      const written: Readonly<Record<string, FieldTexts>> = texts[kind].fields
      return Object.entries(fieldsOf(kind)).flatMap(([field, spec]) => {
        const inner = spec.type === 'items' ? Object.entries(spec.fields) : []
        const all: [string, FieldSpec, FieldTexts][] = [
          [field, spec, written[field]!],
          ...inner.map(([name, its]): [string, FieldSpec, FieldTexts] => [
            `${field}.${name}`,
            its,
            written[field]!.fields![name]!,
          ]),
        ]
        return all
          .filter(([, its, words]) => isTextField(its) && !helps(words))
          .map(([name]) => `${kind}.${name}`)
      })
    })
    expect(silent).toEqual([])
  })
})

const helps = ({ label, hint, example }: FieldTexts) => Boolean(hint ?? example) || /[?…]$/.test(label)
