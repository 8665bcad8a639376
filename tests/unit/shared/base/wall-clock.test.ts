import { expect, it } from 'vitest'
import { isTimeZone, nextFullHour, wallClock, zoneOffsetMs } from '#shared/base/wall-clock.ts'

const HOUR_MS = 60 * 60 * 1000
const zone = 'Europe/Berlin'
const utc = (...parts: Parameters<typeof Date.UTC>) => Date.UTC(...parts)

it('knows how far clocks are ahead, before and after they change', () => {
  expect(zoneOffsetMs(utc(2026, 2, 29, 0, 59, 59), zone)).toBe(HOUR_MS)
  expect(zoneOffsetMs(utc(2026, 2, 29, 1), zone)).toBe(2 * HOUR_MS)
  expect(zoneOffsetMs(utc(2026, 9, 25, 0, 59, 59), zone)).toBe(2 * HOUR_MS)
  expect(zoneOffsetMs(utc(2026, 9, 25, 1), zone)).toBe(HOUR_MS)
  expect(wallClock(utc(2026, 11, 31, 23, 30), zone)).toBe(utc(2027, 0, 1, 0, 30))
})

it('finds the next seven o’clock, whatever the clocks do in the night before', () => {
  expect(nextFullHour(utc(2026, 2, 28, 5, 59), 7, zone)).toBe(utc(2026, 2, 28, 6))
  expect(nextFullHour(utc(2026, 2, 28, 6), 7, zone)).toBe(utc(2026, 2, 29, 5))
  expect(nextFullHour(utc(2026, 9, 24, 5), 7, zone)).toBe(utc(2026, 9, 25, 6))
  expect(nextFullHour(utc(2026, 0, 1, 22, 59), 0, zone)).toBe(utc(2026, 0, 1, 23))
})

it('is an hour late where the clocks skip the hour, and there once where they have it twice', () => {
  expect(nextFullHour(utc(2026, 2, 28, 12), 2, zone)).toBe(utc(2026, 2, 29, 1))
  const first = nextFullHour(utc(2026, 9, 24, 12), 2, zone)
  expect(wallClock(first, zone)).toBe(utc(2026, 9, 25, 2))
  expect(nextFullHour(first, 2, zone)).toBe(utc(2026, 9, 26, 1))
})

it('tells names of zones from other words', () => {
  expect(['Europe/Berlin', 'UTC', 'America/New_York'].every(isTimeZone)).toBe(true)
  expect(['', 'Berlin', 'Mitteleuropa'].some(isTimeZone)).toBe(false)
})
