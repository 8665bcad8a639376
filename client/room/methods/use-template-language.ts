import { useTranslation } from 'react-i18next'
import { isLanguage } from '#client/i18n/languages.ts'
import type { TemplateLanguage } from '#shared/methods/method.ts'

/** The language somebody reads in, for what methods say. */
export function useTemplateLanguage(): TemplateLanguage {
  const { language } = useTranslation().i18n
  return isLanguage(language) ? language : 'de'
}
