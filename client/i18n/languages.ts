export const languages = ['de', 'en'] as const
export type Language = (typeof languages)[number]

/** In their own words, because who looks for a language may not read the one that is shown. */
export const languageNames: Record<Language, string> = { de: 'Deutsch', en: 'English' }

const storageKey = 'werkraum.language'

export function isLanguage(text: unknown): text is Language {
  return languages.includes(text as Language)
}

/** What the person chose before, else the first language of the browser that we speak, else German. */
export function preferredLanguage(stored: string | null, browser: readonly string[]): Language {
  if (isLanguage(stored)) return stored
  return browser.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'de'
}

/** Browsers may forbid storage; then the choice lasts until the tab closes. */
export function storedLanguage(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

export function storeLanguage(language: Language): boolean {
  try {
    localStorage.setItem(storageKey, language)
    return true
  } catch {
    return false
  }
}
