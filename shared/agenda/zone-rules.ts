import { wallClock, zoneOffsetMs } from '../base/wall-clock.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const MINUTE_MS = 60_000
const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const

/** A change of the clocks, as a calendar repeats it every year: on the nth of a weekday in a month, -1 for the last. */
interface YearlyChange {
  month: number
  nth: number
  weekday: number
  /** Minutes after midnight on the clocks from before. */
  atMinute: number
  fromOffset: number
  toOffset: number
}

interface ClockChange {
  at: number
  from: number
  to: number
}

/** More than any plan reaches; a year that somebody mistyped is not worth asking every day until then. */
const MOST_YEARS = 30
const known = new Map<string, readonly ClockChange[]>()

/** When clocks in a zone change in a year; asked once, because it takes a look at each of its days. */
function changesIn(zone: string, year: number): readonly ClockChange[] {
  const key = `${zone} ${year}`
  const changes = known.get(key) ?? foundChanges(zone, year)
  known.set(key, changes)
  return changes
}

function foundChanges(zone: string, year: number): ClockChange[] {
  const changes: ClockChange[] = []
  const end = Date.UTC(year + 1, 0, 1)
  for (let day = Date.UTC(year, 0, 1); day < end; day += DAY_MS) {
    let [before, after] = [day, day + DAY_MS]
    const [from, to] = [zoneOffsetMs(before, zone), zoneOffsetMs(after, zone)]
    if (from === to) continue
    while (after - before > MINUTE_MS) {
      const middle = Math.floor((before + after) / 2 / MINUTE_MS) * MINUTE_MS
      if (zoneOffsetMs(middle, zone) === from) before = middle
      else after = middle
    }
    changes.push({ at: after, from, to })
  }
  return changes
}

/** The day, as midnight in UTC, of the nth weekday in a month. */
function dayOf({ month, nth, weekday }: YearlyChange, year: number): number {
  if (nth > 0) {
    const first = new Date(Date.UTC(year, month, 1)).getUTCDay()
    return Date.UTC(year, month, 1 + ((weekday - first + 7) % 7) + (nth - 1) * 7)
  }
  const last = new Date(Date.UTC(year, month + 1, 0))
  return last.getTime() - ((last.getUTCDay() - weekday + 7) % 7) * DAY_MS
}

/** Both ways to say it that fit one year; the years after decide. */
function readingsOf({ at, from, to }: ClockChange): YearlyChange[] {
  const wall = at + from
  const day = new Date(wall)
  const [date, month, year] = [day.getUTCDate(), day.getUTCMonth(), day.getUTCFullYear()]
  const atMinute = Math.round((wall % DAY_MS) / MINUTE_MS)
  const shared = { month, weekday: day.getUTCDay(), atMinute, fromOffset: from, toOffset: to }
  const isLast = date + 7 > new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return [...(isLast ? [{ ...shared, nth: -1 }] : []), { ...shared, nth: Math.ceil(date / 7) }]
}

const holdsIn = (change: YearlyChange, zone: string, year: number) =>
  changesIn(zone, year).some(({ at, to }) => at === momentOf(change, year) && to === change.toOffset)

const momentOf = (change: YearlyChange, year: number) =>
  dayOf(change, year) + change.atMinute * MINUTE_MS - change.fromOffset

/**
 * A zone as calendars want it (VTIMEZONE, RFC 5545): how its clocks change every year, as rules that begin long ago,
 * which Outlook asks for. Null where the changes of the years between two moments follow no such rule, or those are too many.
 */
export function zoneRules(zone: string, fromMs: number, untilMs: number): string[] | null {
  const [first, last] = [fromMs, untilMs].map((ms) => new Date(wallClock(ms, zone)).getUTCFullYear())
  if (first === undefined || last === undefined || last - first > MOST_YEARS) return null
  const years = Array.from({ length: last - first + 3 }, (_, n) => first + n)
  const changes = changesIn(zone, first)
  if (changes.length === 0) {
    const isSteady = years.every((year) => changesIn(zone, year).length === 0)
    const offset = zoneOffsetMs(fromMs, zone)
    return isSteady ? framed(zone, observance('STANDARD', '19700101T000000', offset, offset)) : null
  }
  const rules = changes.map((change) =>
    readingsOf(change).find((reading) => years.every((year) => holdsIn(reading, zone, year))),
  )
  if (changes.length !== 2 || !rules[0] || !rules[1]) return null
  return framed(
    zone,
    rules.flatMap((rule) => observanceOf(rule!)),
  )
}

const framed = (zone: string, lines: readonly string[]) => [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  ...lines,
  'END:VTIMEZONE',
]

function observanceOf(rule: YearlyChange): string[] {
  const { fromOffset, toOffset, month, nth, weekday, atMinute } = rule
  const begin = compact(dayOf(rule, 1970) + atMinute * MINUTE_MS)
  const name = toOffset > fromOffset ? 'DAYLIGHT' : 'STANDARD'
  const yearly = `RRULE:FREQ=YEARLY;BYMONTH=${month + 1};BYDAY=${nth}${weekdays[weekday]}`
  return observance(name, begin, fromOffset, toOffset, yearly)
}

const observance = (name: string, begin: string, from: number, to: number, ...rule: string[]) => [
  `BEGIN:${name}`,
  `DTSTART:${begin}`,
  ...rule,
  `TZOFFSETFROM:${offsetText(from)}`,
  `TZOFFSETTO:${offsetText(to)}`,
  `END:${name}`,
]

/** What clocks show, without a zone: `20260329T020000`. */
export const compact = (wallMs: number) => new Date(wallMs).toISOString().replace(/[-:]|\.\d+Z/g, '')

function offsetText(ms: number): string {
  const minutes = Math.abs(Math.round(ms / MINUTE_MS))
  const two = (value: number) => String(value).padStart(2, '0')
  return `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`
}
