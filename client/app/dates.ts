import { useTranslation } from 'react-i18next'

/** A day as people of the chosen language write it, in the time zone of the browser. */
export function useDay(): (at: number) => string {
  const { i18n } = useTranslation()
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' })
  return (at) => format.format(at)
}
