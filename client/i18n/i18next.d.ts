import 'i18next'
import type { de } from '#shared/i18n/de/index.ts'

/** Makes every `t('area.key')` checked: a key that German does not have is a type error. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof de }
  }
}
