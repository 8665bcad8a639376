import { expect, test } from 'vitest'
import { TickPace, type Beat } from '#server/rooms/tick-pace.ts'

const options = { tickMs: 25, busyTickMs: 60 }

function beatAfter(
  utilisation: number,
  ticks: number,
  pace = new TickPace(options, () => utilisation),
): Beat {
  let beat = pace.next()
  for (let i = 1; i < ticks; i++) beat = pace.next()
  return beat
}

const roundMs = ({ pauseMs, turns }: Beat) => pauseMs * turns

test('a server that has time ticks fast, for all rooms at once', () => {
  expect(beatAfter(0.1, 1_000)).toEqual({ pauseMs: 25, turns: 1 })
  expect(beatAfter(0.5, 1_000)).toEqual({ pauseMs: 25, turns: 1 })
})

test('a busy server takes longer over a round, and never longer than its limit', () => {
  expect(roundMs(beatAfter(0.675, 1_000))).toBeCloseTo(42.5, -1)
  expect(roundMs(beatAfter(1, 1_000))).toBe(60)
})

test('a long round is divided among the rooms, so that a tick never gets long', () => {
  expect(beatAfter(1, 1_000)).toEqual({ pauseMs: 20, turns: 3 })
  for (let utilisation = 0; utilisation <= 1; utilisation += 0.05)
    expect(beatAfter(utilisation, 1_000).pauseMs).toBeLessThanOrEqual(30)
})

test('a short burst changes the pace little, and it recovers', () => {
  let load = 1
  const pace = new TickPace(options, () => load)
  expect(roundMs(beatAfter(1, 16, pace))).toBeLessThan(40)
  load = 0
  expect(beatAfter(0, 500, pace)).toEqual({ pauseMs: 25, turns: 1 })
})
