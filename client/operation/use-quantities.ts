import { useTranslation } from 'react-i18next'
import { localeOf } from '#shared/base/locale.ts'

const kilobyte = 1_000
const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** Numbers with units as people of the chosen language write them. */
export function useQuantities() {
  const { t, i18n } = useTranslation()
  const language = i18n.language
  const number = (value: number, options: Intl.NumberFormatOptions = {}) =>
    new Intl.NumberFormat(language, options).format(value)

  const count = (value: number) => number(value, { maximumFractionDigits: value < 10 ? 1 : 0 })
  const bytes = (value: number) => {
    const step = Math.min(
      units.length - 1,
      Math.max(0, Math.floor(Math.log(value || 1) / Math.log(kilobyte))),
    )
    const scaled = value / kilobyte ** step
    return number(scaled, { style: 'unit', unit: units[step], maximumFractionDigits: scaled < 10 ? 1 : 0 })
  }
  const milliseconds = (value: number) => {
    if (value < 1) return t('operation.trend.lessThan', { value: number(1, duration('millisecond')) })
    if (value < 1000) return number(value, duration('millisecond'))
    return number(value / 1000, { ...duration('second'), maximumFractionDigits: 1 })
  }
  const perSecond = (value: string) => t('operation.traffic.perSecond', { value })
  return {
    count,
    bytes,
    milliseconds,
    percent: (share: number) => number(share, { style: 'percent', maximumFractionDigits: 0 }),
    countPerSecond: (value: number) => perSecond(count(value)),
    bytesPerSecond: (value: number) => perSecond(bytes(value)),
    time: (at: number) => new Intl.DateTimeFormat(localeOf(language), { timeStyle: 'medium' }).format(at),
    uptime: (ms: number) => uptime(ms, language),
  }
}

const duration = (unit: 'millisecond' | 'second'): Intl.NumberFormatOptions => ({
  style: 'unit',
  unit,
  maximumFractionDigits: 0,
})

/** The two largest units are enough: "3 Tage und 4 Stunden". */
function uptime(ms: number, language: string): string {
  const seconds = Math.floor(ms / 1000)
  const minutes = Math.floor(seconds / 60)
  const parts = [
    ['day', Math.floor(minutes / 1440)],
    ['hour', Math.floor(minutes / 60) % 24],
    ['minute', minutes % 60],
    ['second', seconds % 60],
  ] as const
  const first = parts.findIndex(([, value]) => value > 0)
  const shown = first < 0 ? parts.slice(-1) : parts.slice(first, first + 2).filter(([, value]) => value > 0)
  const words = shown.map(([unit, value]) =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value),
  )
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(words)
}
