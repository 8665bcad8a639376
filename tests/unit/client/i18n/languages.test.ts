import { describe, expect, it } from 'vitest'
import { preferredLanguage } from '#client/i18n/languages.ts'
import { de } from '#shared/i18n/de/index.ts'
import { en } from '#shared/i18n/en/index.ts'

describe('the language to begin with', () => {
  it('is the one chosen before', () => {
    expect(preferredLanguage('en', ['de-DE'])).toBe('en')
  })

  it('is the first of the browser that the product speaks', () => {
    expect(preferredLanguage(null, ['fr-FR', 'en-GB', 'de-DE'])).toBe('en')
    expect(preferredLanguage(null, ['de-AT', 'en'])).toBe('de')
  })

  it('is German where nothing fits', () => {
    expect(preferredLanguage(null, ['fr', 'pl'])).toBe('de')
    expect(preferredLanguage('klingon', [])).toBe('de')
  })
})

type Texts = { [key: string]: string | Texts }

/** `area.key` → text. */
function flat(texts: Texts, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[prefix + key, value]] : [...flat(value, `${prefix}${key}.`)],
    ),
  )
}

const german = flat(de)
const english = flat(en)
const placeholders = (text: string) => [...text.matchAll(/{{\s*(\w+)/g)].map((match) => match[1]!).sort()

describe('German and English', () => {
  it('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...german.keys()].sort())
  })

  it('fill the same values into each text', () => {
    const different = [...german].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join(),
    )
    expect(different.map(([key]) => key)).toEqual([])
  })

  it('leave no text empty except hints that a field does not need', () => {
    const empty = [...german, ...english].filter(
      ([key, text]) => text.trim() === '' && !key.endsWith('.hint'),
    )
    expect(empty.map(([key]) => key)).toEqual([])
  })

  it('use real umlauts, typographic quotation marks and three dots as one sign', () => {
    const typewritten = [...german].filter(([, text]) => /\b[Ff]uer\b|\bkoenn|"|\.\.\./.test(text))
    expect(typewritten.map(([key]) => key)).toEqual([])
  })
})
