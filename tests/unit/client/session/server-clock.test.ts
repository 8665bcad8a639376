import { describe, expect, test } from 'vitest'
import { ServerClock } from '#client/session/server-clock.ts'

/** A device whose clock is `aheadMs` ahead of the server's, pinging over a line with the given delays. */
function device(aheadMs: number) {
  let serverTime = 1_700_000_000_000
  const clock = new ServerClock(() => serverTime + aheadMs)
  const ping = (thereMs: number, backMs: number) => {
    const sentAt = serverTime + aheadMs
    serverTime += thereMs
    const answer = serverTime
    serverTime += backMs
    clock.answered(sentAt, answer)
  }
  return {
    clock,
    ping,
    errorMs: () => Math.abs(clock.serverNow() - serverTime),
    pass: (ms: number) => (serverTime += ms),
  }
}

describe('the estimate of the server’s clock', () => {
  test('is right to 200 ms after a few pings, however wrong the device’s clock is', () => {
    for (const aheadMs of [-3_600_000, -700, 0, 42, 86_400_000]) {
      const { ping, errorMs } = device(aheadMs)
      for (const delay of [20, 30, 25, 80, 22]) ping(delay, delay + 10)
      expect(errorMs()).toBeLessThanOrEqual(200)
    }
  })

  test('is not moved by a few answers that came late', () => {
    const { ping, errorMs } = device(5_000)
    for (const [there, back] of [
      [20, 20],
      [15, 2_000],
      [18, 22],
      [1_500, 10],
      [20, 19],
    ] as const)
      ping(there, back)
    expect(errorMs()).toBeLessThanOrEqual(20)
  })

  test('takes the time of any message until the first ping is answered', () => {
    const { clock, errorMs, ping } = device(60_000)
    clock.glimpse(1_700_000_000_000)
    expect(errorMs()).toBe(0)
    ping(10, 10)
    clock.glimpse(0)
    expect(errorMs()).toBeLessThanOrEqual(10)
  })

  test('ignores an answer that seems to come before its question, as after the device’s clock was set back', () => {
    let now = 10_000
    const clock = new ServerClock(() => now)
    clock.answered(9_990, 9_995)
    now = 5_000
    clock.answered(9_000, 1)
    expect(clock.serverNow()).toBe(5_000)
  })

  test('is right again with the first answer after the device’s clock was set, forwards or backwards', () => {
    let now = 1_000_000
    const clock = new ServerClock(() => now)
    for (let n = 0; n < 9; n++) clock.answered(now - 40, now - 20)
    for (const setBy of [3_600_000, -7_200_000]) {
      const server = clock.serverNow()
      now += setBy
      clock.answered(now - 40, server - 20)
      expect(clock.serverNow()).toBe(server)
    }
  })
})
