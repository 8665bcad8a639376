import { useTranslation } from 'react-i18next'

/** A day as it stands in a card ("2026-11-21"), in few letters; the year only where it is another one. */
export function useShortDay(): (day: string) => string {
  const { i18n } = useTranslation()
  return (day) => {
    const at = new Date(`${day}T12:00:00`)
    const isThisYear = at.getFullYear() === new Date().getFullYear()
    const parts = {
      day: 'numeric',
      month: 'numeric',
      ...(isThisYear ? {} : { year: 'numeric' as const }),
    } as const
    return new Intl.DateTimeFormat(i18n.language, parts).format(at)
  }
}

/** The day that it is here, as cards write it. */
export function dayOf(at: number): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
