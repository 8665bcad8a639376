import type { Leaving } from '#shared/consent/leaving.ts'

/** What people wrote outside the cards, paragraph by paragraph, so that one that repeats what is withheld does not take the others along. */
export const clearedText = (text: string, clear: Leaving['clear']): string =>
  clear(text.split(/\n{2,}/u)).join('\n\n')

/** Each line that people began anew is a paragraph. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n+/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
