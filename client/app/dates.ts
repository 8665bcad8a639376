import { useTranslation } from 'react-i18next'
import { localeOf } from '#shared/base/locale.ts'

/** A day as people of the chosen language write it, in the time zone of the browser. */
export function useDay(): (at: number) => string {
  const { i18n } = useTranslation()
  const format = new Intl.DateTimeFormat(localeOf(i18n.language), { dateStyle: 'medium' })
  return (at) => format.format(at)
}

/** A day as cards write it, in words of the language; what is no such day as it is. It has no time zone: the same everywhere. */
export function writtenDay(date: string, language: string): string {
  const at = Date.parse(`${date}T12:00:00Z`)
  if (Number.isNaN(at)) return date
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone: 'UTC' }).format(at)
}

/** The day that it is here, as cards write it: "2026-11-28". */
export function dayOf(at: number): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

const MINUTE_MS = 60_000

/** How long ago, in the largest unit that it fills: "vor 3 Tagen". */
export function ago(ms: number, language: string): string {
  const minutes = Math.floor(Math.max(0, ms) / MINUTE_MS)
  const hours = Math.floor(minutes / 60)
  // "This minute" rather than none; but no "yesterday", which 35 hours ago may have been the day before
  const format = new Intl.RelativeTimeFormat(language, { numeric: minutes === 0 ? 'auto' : 'always' })
  if (minutes < 60) return format.format(-minutes, 'minute')
  return hours < 24 ? format.format(-hours, 'hour') : format.format(-Math.floor(hours / 24), 'day')
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
  return new Intl.DateTimeFormat(localeOf(language), parts).format(at)
}
