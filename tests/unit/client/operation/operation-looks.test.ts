import { describe, expect, it } from 'vitest'
import { quantile, quantileOver, quantiles, rates, remember, type Looks } from '#client/operation/looks.ts'
import { look } from '#tests/support/operation-look.ts'

const bounds = [10, 20, 50]

describe('a quantile of buckets', () => {
  it('lies inside the bucket that holds it, in proportion', () => {
    expect(quantile({ bounds, counts: [0, 10, 0, 0] }, 0.5)).toBe(15)
    expect(quantile({ bounds, counts: [90, 0, 10, 0] }, 0.95)).toBe(35)
  })

  it('is above everything when the values are', () => {
    expect(quantile({ bounds, counts: [1, 0, 0, 9] }, 0.95)).toBe(Infinity)
  })

  it('is nothing when there are no values', () => {
    expect(quantile({ bounds, counts: [0, 0, 0, 0] }, 0.95)).toBeNull()
  })
})

describe('several looks', () => {
  const acks = (counts: number[]) => ({ ackMs: { bounds, counts } })
  const looks = [
    look({ at: 10_000, framesIn: 100, ...acks([50, 0, 0, 0]) }),
    look({ at: 15_000, framesIn: 200, ...acks([50, 10, 0, 0]) }),
    look({ at: 25_000, framesIn: 200, ...acks([50, 10, 0, 0]) }),
  ]

  it('give rates per second, whatever the pause between them', () => {
    expect(rates(looks, ({ framesIn }) => framesIn)).toEqual([20, 0])
  })

  it('give the quantile of what happened between them, not before', () => {
    expect(quantiles(looks, ({ ackMs }) => ackMs, 0.5)).toEqual([15, null])
    expect(quantileOver(looks, ({ ackMs }) => ackMs, 0.5)).toBe(15)
    expect(quantileOver(looks.slice(0, 1), ({ ackMs }) => ackMs, 0.5)).toBe(5)
  })

  it('begin anew after a restart, because the counts do', () => {
    const restarted = look({ at: 30_000, startedAt: 29_000 })
    expect(remember(looks, restarted)).toEqual([restarted])
  })

  it('are kept for five minutes', () => {
    let kept: Looks = []
    for (let n = 0; n < 200; n++) kept = remember(kept, look({ at: n * 5_000 }))
    expect(kept.at(-1)!.at - kept[0]!.at).toBe(300_000)
  })
})
