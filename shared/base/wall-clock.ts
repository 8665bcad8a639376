const DAY_MS = 24 * 60 * 60 * 1000
const formats = new Map<string, Intl.DateTimeFormat>()

/** Whether this is the name of a zone whose clocks we know, such as `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
  try {
    formatFor(name)
    return true
  } catch {
    return false
  }
}

/** How far clocks in a zone are ahead of UTC at a moment. */
export function zoneOffsetMs(atMs: number, zone: string): number {
  const second = Math.floor(atMs / 1_000) * 1_000
  return wallClock(second, zone) - second
}

/** What clocks in a zone show, as the milliseconds at which clocks in UTC show the same. */
export function wallClock(atMs: number, zone: string): number {
  const parts = new Map(
    formatFor(zone)
      .formatToParts(atMs)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const [year, month, day] = [parts.get('year')!, parts.get('month')!, parts.get('day')!]
  return Date.UTC(year, month - 1, day, parts.get('hour'), parts.get('minute'), parts.get('second'))
}

/** The next moment after `nowMs` at which clocks in a zone show this full hour; where they skip it, an hour later. */
export function nextFullHour(nowMs: number, hour: number, zone: string): number {
  const today = Math.floor(wallClock(nowMs, zone) / DAY_MS) * DAY_MS
  for (let day = today; ; day += DAY_MS) {
    const at = atWallClock(day + hour * 60 * 60 * 1000, zone)
    if (at > nowMs) return at
  }
}

/** When clocks in a zone show that; twice a year the answer of the hour before would be wrong, so it is asked again. */
function atWallClock(wallMs: number, zone: string): number {
  const guess = wallMs - zoneOffsetMs(wallMs, zone)
  return wallMs - zoneOffsetMs(guess, zone)
}

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, format)
  return format
}
