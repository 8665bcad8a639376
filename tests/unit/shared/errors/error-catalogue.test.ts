import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { errorCatalogue } from '#shared/errors/catalogue.ts'
import { de } from '#shared/i18n/de/index.ts'
import { en } from '#shared/i18n/en/index.ts'

const codes = Object.keys(errorCatalogue).sort()

/** Rows of the table in `docs/errors.md` as [code, http, close, retryable]. */
const documented = readFileSync('docs/errors.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim())
    return /^`\w+`$/.test(cells[1] ?? '') ? [cells.slice(1, 5)] : []
  })

describe('the error catalogue', () => {
  it('is what docs/errors.md says, figures included', () => {
    const catalogued = Object.entries(errorCatalogue).map(([code, kind]) => [
      `\`${code}\``,
      String(kind.http),
      'close' in kind ? String(kind.close) : '–',
      kind.retryable ? 'yes' : 'no',
    ])
    expect(documented).toEqual(catalogued)
  })

  it('has a German and an English sentence for every code, and none for others', () => {
    expect(Object.keys(de.errors).sort()).toEqual(codes)
    expect(Object.keys(en.errors).sort()).toEqual(codes)
  })

  it('says something in whole sentences', () => {
    for (const sentence of [...Object.values(de.errors), ...Object.values(en.errors)]) {
      expect(sentence).toMatch(/^\p{Lu}.{8,}[.]$/u)
    }
  })

  it('uses statuses that HTTP and websockets know', () => {
    for (const kind of Object.values(errorCatalogue)) {
      expect(kind.http >= 400 && kind.http < 600).toBe(true)
      if ('close' in kind) expect([1009, 1011, 1012].includes(kind.close) || kind.close >= 4400).toBe(true)
    }
  })
})
