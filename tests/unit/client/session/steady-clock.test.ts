import { expect, test } from 'vitest'
import { steadyClock } from '#client/session/steady-clock.ts'

function clock() {
  let [wall, running] = [1_000_000, 0]
  const now = steadyClock(
    () => wall,
    () => running,
  )
  const pass = (ms: number) => ((wall += ms), (running += ms), now())
  return { now, pass, set: (ms: number) => ((wall += ms), now()) }
}

test('goes on from where it was when somebody sets the clock back, as often as they do', () => {
  const { pass, set } = clock()
  expect(pass(1_000)).toBe(1_001_000)
  expect(set(-3_600_000)).toBe(1_001_000)
  expect(pass(1_000)).toBe(1_002_000)
  expect(set(-60_000)).toBe(1_002_000)
  expect(pass(250)).toBe(1_002_250)
})

test('follows a clock that goes ahead, as after sleep, and one that is only kept right', () => {
  const { pass, set } = clock()
  expect(set(3_600_000)).toBe(4_600_000)
  expect(set(-200)).toBe(4_599_800)
  expect(pass(1_000)).toBe(4_600_800)
})
