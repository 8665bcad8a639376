import { expect, test } from 'vitest'
import { fieldsOf, isTextField, kindNames, traitsOf } from '#shared/kinds/index.ts'

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
    const { headline, detail, colouredBy, versionIn, release, place, captured } = traitsOf(kind)
    const places = place ? [place.exact, place.outside, ...place.pointsWith] : []
    const rules = [
      release?.by,
      release?.telling,
      captured?.owner,
      captured?.day,
      captured?.promise?.by,
      ...places,
    ]
    const named = [headline, ...detail, colouredBy, versionIn, ...rules]
    expect(Object.keys(fieldsOf(kind)), kind).toEqual(expect.arrayContaining(named.filter(Boolean)))
    if (versionIn !== undefined) expect(fieldsOf(kind)[versionIn]!.type, kind).toBe('number')
  }
})
