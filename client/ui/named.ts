import { currentLanguage } from '#client/i18n/i18n.ts'
import type { Language } from '#client/i18n/languages.ts'

/** Unicode's own characters for a note on a word (interlinear annotation), which are for programs and never shown. */
const [ANCHOR, SEPARATOR, TERMINATOR] = ['\uFFF9', '\uFFFA', '\uFFFB'] as const
const NAMED = new RegExp(`${ANCHOR}([^${TERMINATOR}]*)${SEPARATOR}(\\w*)${TERMINATOR}`)

/** A piece of a sentence; `lang` where it is in another language than the sentence. */
interface Said {
  text: string
  lang?: string
}

/**
 * A name to be put into a sentence: a screen reader is to say it in the language of the workshop it comes from. Only for
 * what is shown by `<Said>`, as menus, choices, titles of dialogs, messages and announcements are; attributes know one
 * language only.
 */
export function named(name: string, language: Language): string {
  return language === currentLanguage() || name === ''
    ? name
    : ANCHOR + name + SEPARATOR + language + TERMINATOR
}

/** In their order, none of them empty. */
export function piecesOf(sentence: string): Said[] {
  // Splitting by a pattern with two groups: the sentence, a name, its language, the sentence, …
  const parts = sentence.split(NAMED)
  return parts
    .flatMap((text, n): Said[] =>
      n % 3 === 0 ? [{ text }] : n % 3 === 1 ? [{ text, lang: parts[n + 1]! }] : [],
    )
    .filter(({ text }) => text !== '')
}

/** For attributes and comparisons. */
export function plainly(sentence: string): string {
  return piecesOf(sentence)
    .map(({ text }) => text)
    .join('')
}

/** Where all of it can have one language only: that of the name, if it is nothing but a name. */
export function languageOf(sentence: string): string | undefined {
  const [first, ...rest] = piecesOf(sentence)
  return rest.length === 0 ? first?.lang : undefined
}
