import { useTranslation } from 'react-i18next'
import { isLanguage } from '#client/i18n/languages.ts'
import type { Method, TemplateLanguage } from '#shared/methods/method.ts'

/** The language somebody reads in, for what methods say. */
export function useTemplateLanguage(): TemplateLanguage {
  const { language } = useTranslation().i18n
  return isLanguage(language) ? language : 'de'
}

/** Whether a method says all in another language than somebody reads in. */
export const isForeign = (
  method: Method,
  language: TemplateLanguage,
): method is Method & { writtenIn: TemplateLanguage } =>
  method.writtenIn !== undefined && method.writtenIn !== language
