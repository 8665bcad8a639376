import type { Authorship } from '../artefacts/authorship.ts'
import type { ArtefactKind } from '../artefacts/kinds.ts'
import { de } from '../i18n/de/index.ts'
import { en } from '../i18n/en/index.ts'

/** Texts of reports, outside the browser's translation machinery. */
export type ReportLanguage = 'de' | 'en'

const languages: Record<ReportLanguage, typeof de> = { de, en }

export type Words = typeof de

export const wordsIn = (language: ReportLanguage): Words => languages[language]

interface FieldWords {
  label: string
  options?: Record<string, string>
}

/** Label of a field; the field's own name where the texts have none. */
export function fieldLabel(words: Words, kind: ArtefactKind, field: string): string {
  return fieldWords(words, kind, field)?.label ?? field
}

/** Label of an option of a choice; the stored word where the texts do not know it. */
export function optionLabel(words: Words, kind: ArtefactKind, field: string, option: string): string {
  const options = fieldWords(words, kind, field)?.options ?? {}
  return Object.hasOwn(options, option) ? options[option]! : option
}

function fieldWords(words: Words, kind: ArtefactKind, field: string): FieldWords | undefined {
  const fields: Record<string, FieldWords> = words.artefacts[kind].fields
  return Object.hasOwn(fields, field) ? fields[field] : undefined
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
