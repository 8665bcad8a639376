import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LineWatch } from '#client/session/line-watch.ts'

let told: boolean[]
let answers: boolean
let watch: LineWatch
beforeEach(() => {
  vi.useFakeTimers()
  told = []
  answers = true
  watch = new LineWatch(
    async () => answers,
    (isBlocked) => told.push(isBlocked),
  )
})
afterEach(() => {
  watch.end()
  vi.useRealTimers()
})

const wait = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000)

describe('a line over which nothing comes', () => {
  it('is called blocked within 15 seconds while the server answers, and open with the first word', async () => {
    watch.trying()
    await wait(15)
    expect(told).toEqual([true])
    watch.heard()
    await wait(60)
    expect(told).toEqual([true, false])
  })

  it('is not called blocked where the server does not answer either', async () => {
    answers = false
    watch.trying()
    await wait(120)
    expect(told).toEqual([])
  })

  it('is not called blocked when the server has just come back', async () => {
    answers = false
    watch.trying()
    await wait(30)
    answers = true
    await wait(4)
    watch.heard()
    await wait(60)
    expect(told).toEqual([])
  })

  it('is called blocked no more when the server is gone as well', async () => {
    watch.trying()
    await wait(15)
    answers = false
    await wait(10)
    expect(told).toEqual([true, false])
  })

  it('is asked about from the first attempt on, however often it is tried', async () => {
    for (let n = 0; n < 15; n++) {
      watch.trying()
      await wait(1)
    }
    expect(told).toEqual([true])
  })

  it('is left alone once the room is left', async () => {
    watch.trying()
    watch.end()
    await wait(60)
    expect(told).toEqual([])
  })
})
