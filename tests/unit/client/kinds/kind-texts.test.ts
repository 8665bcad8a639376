import { describe, expect, it } from 'vitest'
import { statuses } from '#shared/document/authorship.ts'
import { fieldsOf, kindNames } from '#shared/kinds/index.ts'
import { linkTypes } from '#shared/evidence/links.ts'
import { de } from '#shared/i18n/de/index.ts'
import { en } from '#shared/i18n/en/index.ts'
import { kindTexts } from '#client/kinds/kind-texts.ts'

const textAt = (texts: object, key: string): unknown =>
  key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], texts)

describe.each([
  ['German', de],
  ['English', en],
])('%s', (_, texts) => {
  const asked: string[] = []
  const words = kindTexts((key, options) => {
    if (options === undefined) asked.push(key)
    return ''
  })
  for (const kind of kindNames) {
    words.label(kind)
    words.plural(kind)
    words.kindHint(kind)
    words.nameOf({ kind, fields: {} } as never)
    for (const [field, spec] of Object.entries(fieldsOf(kind))) {
      words.field(kind, field)
      if (spec.type === 'choice') for (const option of spec.options) words.option(kind, field, option)
      if (spec.type !== 'items') continue
      words.item(kind, field)
      const cells = spec.places === 'free' ? [] : (spec.places ?? [])
      for (const cell of cells) words.cell(kind, field, cell)
      for (const [inner, innerSpec] of Object.entries(spec.fields)) {
        const { option } = words.itemFieldWords(kind, field, inner)
        if (innerSpec.type === 'choice') innerSpec.options.forEach(option)
      }
    }
  }
  asked.push(...statuses.map((status) => `artefacts.status.options.${status}`))
  for (const part of ['types', 'outgoing', 'incoming']) {
    asked.push(...linkTypes.map((type) => `artefacts.link.${part}.${type}`))
  }

  it('has words for every kind, field, option, status and link', () => {
    expect(asked.length).toBeGreaterThan(60)
    expect(asked.filter((key) => !textAt(texts, key))).toEqual([])
  })
})
