import { fill, wordsIn, type ReportLanguage } from './words.ts'
import { localeOf } from '../base/locale.ts'

/** Where the people are who read the report. */
export const DEFAULT_TIME_ZONE = 'Europe/Berlin'

/** Writes times as people at a place read them. */
export interface LocalTime {
  /** "21.11.2026" */
  date: (ms: number) => string
  /** "21.11.2026, 14:05 Uhr" */
  moment: (ms: number) => string
  /** "14:05" */
  clock: (ms: number) => string
  /** "2026-11-21", for names of files. */
  fileDate: (ms: number) => string
  /** What the clock at the place shows, as if it were UTC: spreadsheets know no time zones. */
  wallClock: (ms: number) => Date
}

/** @param timeZone IANA name, e.g. "Europe/Berlin" */
export function localTime(language: ReportLanguage, timeZone = DEFAULT_TIME_ZONE): LocalTime {
  const day = { day: '2-digit', month: '2-digit', year: 'numeric', timeZone } as const
  const clock = { hour: '2-digit', minute: '2-digit', timeZone } as const
  const dates = new Intl.DateTimeFormat(localeOf(language), day)
  const times = new Intl.DateTimeFormat(localeOf(language), clock)
  const iso = new Intl.DateTimeFormat('sv-SE', day)
  const template = wordsIn(language).results.report.time
  return {
    date: (ms) => dates.format(ms),
    moment: (ms) => fill(template, { date: dates.format(ms), time: times.format(ms) }),
    clock: (ms) => times.format(ms),
    fileDate: (ms) => iso.format(ms),
    wallClock: (ms) => new Date(`${iso.format(ms)}T${times.format(ms)}:00Z`),
  }
}
