import { useTranslation } from 'react-i18next'

/** A day as people of the chosen language write it, in the time zone of the browser. */
export function useDay(): (at: number) => string {
  const { i18n } = useTranslation()
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' })
  return (at) => format.format(at)
}

/** A moment with its day of the week and the time, as people of the language write it: "Fr., 4. Dez., 12:00". */
export function dayAndTime(at: number, language: string): string {
  const parts = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  } as const
  return new Intl.DateTimeFormat(language, parts).format(at)
}
