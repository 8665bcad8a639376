import i18next from 'i18next'
import { de } from '#shared/i18n/de/index.ts'

/** The product's own German texts, so that a reworded button does not break a journey. */
const texts = i18next.createInstance({
  lng: 'de',
  resources: { de: { translation: de } },
  initAsync: false,
  interpolation: { escapeValue: false },
})
void texts.init()

/** Keys are plain strings here; a wrong one throws instead of failing to compile. */
const translate = texts.t.bind(texts) as unknown as (key: string, values: Record<string, unknown>) => string

/** Text of a key as a person sees it; throws for a key that does not exist. */
export function text(key: string, values: Record<string, string | number> = {}): string {
  if (!texts.exists(key, values)) throw new Error(`no such text: ${key}`)
  return translate(key, values)
}

/** Matches a text whatever stands for its values: for sentences with times, counts or names in them. */
export function textLike(key: string, values: Record<string, string | number> = {}): RegExp {
  const [before, ...after] = text(key, { ...hole(key), ...values }).split(HOLE)
  return new RegExp([before!, ...after].map(escaped).join('.*'))
}

const HOLE = '\u0000'

/** Every value of the text, left open. */
function hole(key: string): Record<string, string> {
  const source = String(
    texts.getResource('de', 'translation', key) ?? texts.getResource('de', 'translation', `${key}_other`),
  )
  return Object.fromEntries([...source.matchAll(/\{\{(\w+)\}\}/g)].map((match) => [match[1]!, HOLE]))
}

const escaped = (literal: string) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
