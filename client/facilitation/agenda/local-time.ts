/** A moment as an input of date and time has it, in the time zone of the browser: "2026-11-28T09:00". */
export function toLocalInput(ms: number): string {
  const date = new Date(ms)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** Null for an empty or half-written one. */
export function fromLocalInput(text: string): number | null {
  const ms = new Date(text).getTime()
  return text === '' || Number.isNaN(ms) ? null : ms
}

/** The same time of day in each of the following weeks, over changes of the clock as well. */
export function weeksFrom(startsAt: number, count: number): number[] {
  return Array.from({ length: count }, (_, week) => {
    const date = new Date(startsAt)
    date.setDate(date.getDate() + 7 * (week + 1))
    return date.getTime()
  })
}
