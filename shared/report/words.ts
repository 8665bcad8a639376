import type { Authorship } from '../document/authorship.ts'
import type { ArtefactKind } from '../kinds/index.ts'
import type { FieldTexts, KindTexts } from '../kinds/texts.ts'
import { de } from '../i18n/de/index.ts'
import { en } from '../i18n/en/index.ts'

/** Texts of reports, outside the browser's translation machinery. */
export type ReportLanguage = 'de' | 'en'

const languages: Record<ReportLanguage, typeof de> = { de, en }

export type Words = typeof de

export const wordsIn = (language: ReportLanguage): Words => languages[language]

/** Label of a field, or of a field of its items (`steps.action`); the field's own name where the texts have none. */
export function fieldLabel(words: Words, kind: ArtefactKind, field: string): string {
  return fieldWords(words, kind, field)?.label ?? field
}

/** Label of an option of a choice; the stored word where the texts do not know it. */
export function optionLabel(words: Words, kind: ArtefactKind, field: string, option: string): string {
  const options = fieldWords(words, kind, field)?.options ?? {}
  return Object.hasOwn(options, option) ? options[option]! : option
}

function fieldWords(words: Words, kind: ArtefactKind, field: string): FieldTexts | undefined {
  const fields: Record<string, FieldTexts> = words.kinds[kind].fields
  const [outer = '', inner] = field.split('.')
  const texts = Object.hasOwn(fields, outer) ? fields[outer] : undefined
  return inner === undefined ? texts : texts?.fields?.[inner]
}

/** Stands where a card of this kind may not be shown. */
export function withheldText(words: Words, kind: ArtefactKind): string {
  const texts: KindTexts = words.kinds[kind]
  return texts.withheld ?? words.results.report.withheldText
}

/** Fills `{{name}}` placeholders. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** One or many, as German and English have it. */
export const counted = (count: number, one: string, other: string): string =>
  fill(count === 1 ? one : other, { count })

/** Who a card is by, as it was stated when it was written. */
export function authorWords(authorship: Authorship): string | null {
  switch (authorship.as) {
    case 'named':
      return [authorship.name, authorship.organisation].filter(Boolean).join(', ')
    case 'organisation':
      return authorship.organisation
    case 'anonymous':
      return null
  }
}
