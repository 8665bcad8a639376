import { expect, test } from 'vitest'
import { TickPace } from '#server/rooms/tick-pace.ts'

const options = { tickMs: 25, busyTickMs: 50 }

function paceAfter(
  utilisation: number,
  ticks: number,
  pace = new TickPace(options, () => utilisation),
): number {
  let ms = 0
  for (let i = 0; i < ticks; i++) ms = pace.nextMs()
  return ms
}

test('a server that has time ticks fast', () => {
  expect(paceAfter(0.1, 1_000)).toBe(25)
  expect(paceAfter(0.5, 1_000)).toBe(25)
})

test('a busy server ticks slower, and never slower than its limit', () => {
  expect(paceAfter(0.675, 1_000)).toBeCloseTo(37.5, -1)
  expect(paceAfter(1, 1_000)).toBe(50)
})

test('a short burst changes the pace little, and it recovers', () => {
  let load = 1
  const pace = new TickPace(options, () => load)
  expect(paceAfter(1, 16, pace)).toBeLessThan(35)
  load = 0
  expect(paceAfter(0, 500, pace)).toBe(25)
})
