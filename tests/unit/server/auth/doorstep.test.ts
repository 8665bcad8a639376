import { describe, expect, test } from 'vitest'
import { limits } from '#shared/base/limits.ts'
import { Doorstep } from '#server/auth/doorstep.ts'
import { FakeClock } from '#tests/support/fake-clock.ts'

const hall = '192.0.2.7'
const { strangersBurst, strangersPerSecond, strangersWaitMs } = limits

describe('S42 requests of strangers', () => {
  /** How many of so many have been let in by now, and how many were refused. */
  function knock(doorstep: Doorstep, times: number, address = hall) {
    const counts = { in: 0, refused: 0 }
    for (let n = 0; n < times; n++)
      doorstep.enter(address).then(
        () => counts.in++,
        () => counts.refused++,
      )
    return counts
  }

  test('S42 a full hall that opens its links at once passes without waiting', async () => {
    const clock = new FakeClock()
    const counts = knock(new Doorstep(clock), strangersBurst)
    await clock.advance(0)
    expect(counts).toEqual({ in: strangersBurst, refused: 0 })
  })

  test('S42 beyond that they come in at an even pace, and whoever would wait long is refused', async () => {
    const clock = new FakeClock()
    const doorstep = new Doorstep(clock)
    const mostWaiting = (strangersWaitMs / 1_000) * strangersPerSecond
    const counts = knock(doorstep, strangersBurst + 2 * mostWaiting)
    await clock.advance(1_000)
    expect(counts.in - strangersBurst).toBeGreaterThanOrEqual(strangersPerSecond)
    expect(counts.in - strangersBurst).toBeLessThanOrEqual(strangersPerSecond + 2)
    expect(counts.refused).toBeGreaterThanOrEqual(mostWaiting - 2)
    await clock.advance(60_000)
    expect(counts.in + counts.refused).toBe(strangersBurst + 2 * mostWaiting)
  })

  test('S42 of another address nobody waits', async () => {
    const clock = new FakeClock()
    const doorstep = new Doorstep(clock)
    knock(doorstep, 10 * strangersBurst)
    const counts = knock(doorstep, 10, '192.0.2.8')
    await clock.advance(0)
    expect(counts.in).toBe(10)
  })
})
