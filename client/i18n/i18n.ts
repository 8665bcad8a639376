import i18next, { type ResourceLanguage } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { preferredLanguage, storedLanguage, storeLanguage, type Language } from './languages.ts'

/** Only the language in use is loaded; the other one when somebody switches. */
const loaders: Record<Language, () => Promise<ResourceLanguage>> = {
  de: async () => (await import('#shared/i18n/de/index.ts')).de,
  en: async () => (await import('#shared/i18n/en/index.ts')).en,
}

export async function startI18n(language = preferredLanguage(storedLanguage(), navigator.languages)) {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: await loaders[language]() } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  document.documentElement.lang = language
}

export async function changeLanguage(language: Language) {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await loaders[language]())
  }
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  storeLanguage(language)
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'de'
}
