import { describe, expect, test } from 'vitest'
import { newId, type MemberId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { Turns } from '#server/rooms/turns.ts'
import { FakeClock } from '#tests/support/fake-clock.ts'

const FRAME_BYTES = 100

/** Turns in which work takes as long as it says. */
function table() {
  const clock = new FakeClock()
  let worked = 0
  const turns = new Turns(clock, () => worked)
  const done: string[] = []
  const take = (memberId: MemberId, name: string, ms: number) =>
    turns.take(memberId, FRAME_BYTES, () => {
      worked += ms
      done.push(name)
    })
  const spend = (ms: number) => void (worked += ms)
  return { clock, turns, done, take, spend, workedMs: () => worked }
}

const [busy, other] = [newId<MemberId>(), newId<MemberId>()]

describe('S27 turns on the thread of the rooms', () => {
  test('S27 who has taken their time waits, in order, and nobody else does', async () => {
    const { clock, done, take } = table()
    for (const name of ['a', 'b', 'c']) expect(take(busy, name, 40)).toBe(true)
    expect(done).toEqual(['a'])
    expect(take(other, 'theirs', 1)).toBe(true)
    expect(done).toEqual(['a', 'theirs'])
    await clock.advance(1_000)
    expect(done).toEqual(['a', 'theirs', 'b', 'c'])
    expect(clock.pendingTimers).toBe(0)
  })

  test('S27 in the long run nobody gets more than their share, however much they send', async () => {
    const { clock, take, workedMs } = table()
    const seconds = 60
    for (let second = 0; second < seconds; second++) {
      for (let i = 0; i < 20; i++) take(busy, 'x', 20)
      await clock.advance(1_000)
    }
    const most = seconds * limits.threadMsPerSecond + limits.threadMsBurst + 20
    expect(workedMs()).toBeLessThanOrEqual(most)
    expect(workedMs()).toBeGreaterThan(seconds * limits.threadMsPerSecond * 0.9)
  })

  test('S27 what would have to wait ten times as long as anybody may save up for is refused', async () => {
    const { clock, take } = table()
    expect(take(busy, 'dearest', limits.threadMsRefused + limits.threadMsBurst)).toBe(true)
    expect(take(busy, 'next', 1)).toBe(false)
    await clock.advance((limits.threadMsRefused / limits.threadMsPerSecond) * 1_000)
    expect(take(busy, 'later', 1)).toBe(true)
  })

  test('S27 whoever works as people do never waits', async () => {
    const { clock, done, take } = table()
    for (let second = 0; second < 120; second++) {
      for (let stroke = 0; stroke < 60; stroke++) {
        const before = done.length
        take(busy, 'stroke', 0.3)
        expect(done.length).toBe(before + 1)
        await clock.advance(1_000 / 60)
      }
    }
  })

  test('S27 long work of one person goes one after the other, and too much of it is refused', async () => {
    const { clock, turns, spend } = table()
    const done: number[] = []
    const save = (n: number) =>
      turns.inTurn(busy, () => {
        spend(60)
        done.push(n)
        return Promise.resolve()
      })
    const saving = Array.from({ length: 5 }, (_, n) => save(n))
    await expect(save(5)).rejects.toMatchObject({ code: 'rate_limited' })
    await clock.advance(0)
    expect(done).toEqual([0])
    await clock.advance(2_000)
    await Promise.all(saving)
    expect(done).toEqual([0, 1, 2, 3, 4])
  })
})

describe('S27 requests', () => {
  test('S27 are billed until the thread is free, and wait for time like everything else', async () => {
    const clock = new FakeClock()
    let worked = 0
    const free: (() => void)[] = []
    const turns = new Turns(
      clock,
      () => worked,
      (act) => void free.push(act),
    )
    const answered: number[] = []
    const ask = (memberId: MemberId, n: number) =>
      turns.letIn(memberId).then(() => {
        worked += 40
        answered.push(n)
      })
    await ask(busy, 0)
    free.splice(0).forEach((act) => act())
    const late = ask(busy, 1)
    await ask(other, 2)
    expect(answered).toEqual([0, 2])
    await clock.advance(1_000)
    await late
    expect(answered).toEqual([0, 2, 1])
  })

  test('S27 of one person do not pile up', async () => {
    const { turns, take } = table()
    take(busy, 'dear', 400)
    const asked = Array.from({ length: 101 }, () => turns.letIn(busy).catch((error: unknown) => error))
    const seconds = expect.any(Number) as number
    expect(await asked.at(-1)).toMatchObject({ code: 'rate_limited', values: { seconds } })
  })
})
