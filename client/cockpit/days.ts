import { useTranslation } from 'react-i18next'
import { localeOf } from '#shared/base/locale.ts'

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
    return new Intl.DateTimeFormat(localeOf(i18n.language), parts).format(at)
  }
}

/** For sorting: the earliest first, and what has no day last. */
export const byDay = (a: { day: string | null }, b: { day: string | null }): number =>
  (a.day ?? '9999').localeCompare(b.day ?? '9999')
