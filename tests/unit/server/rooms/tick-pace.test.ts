import { expect, test } from 'vitest'
import { TickPace } from '#server/rooms/tick-pace.ts'

const options = { tickMs: 25, busyTickMs: 60 }

function pauseAfter(
  utilisation: number,
  ticks: number,
  pace = new TickPace(options, () => utilisation),
): number {
  let pauseMs = pace.next()
  for (let i = 1; i < ticks; i++) pauseMs = pace.next()
  return pauseMs
}

test('a server that has time ticks fast', () => {
  expect(pauseAfter(0.1, 1_000)).toBe(25)
  expect(pauseAfter(0.5, 1_000)).toBe(25)
})

test('a busy server ticks more slowly, and never more so than its limit', () => {
  expect(pauseAfter(0.675, 1_000)).toBeCloseTo(42.5, -1)
  expect(pauseAfter(1, 1_000)).toBe(60)
})

test('a short burst changes the pace little, and it recovers', () => {
  let load = 1
  const pace = new TickPace(options, () => load)
  expect(pauseAfter(1, 16, pace)).toBeLessThan(40)
  load = 0
  expect(pauseAfter(0, 500, pace)).toBe(25)
})
