import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flow, rankAt, type FlowRoom } from '#shared/layout/flow.ts'

const room: FlowRoom = { x: 12, y: 48, w: 560, columns: 3, gap: 12 }
const itemsOf = (heights: readonly number[]) =>
  heights.map((h, n) => ({ id: `card-${n}`, heightAt: () => h }))
const heights = fc.array(fc.integer({ min: 40, max: 400 }), { maxLength: 60 })
const rooms = fc.record({
  x: fc.constant(12),
  y: fc.integer({ min: 0, max: 100 }),
  w: fc.integer({ min: 200, max: 1184 }),
  columns: fc.integer({ min: 1, max: 6 }),
  gap: fc.constant(12),
})

describe('cards that flow', () => {
  it('never lie over one another and never leave their field, whatever their heights', () => {
    fc.assert(
      fc.property(heights, rooms, (tall, where) => {
        const boxes = [...flow(itemsOf(tall), where).boxes.values()]
        boxes.forEach((a, n) => {
          expect(a.x).toBeGreaterThanOrEqual(where.x)
          expect(a.x + a.w).toBeLessThanOrEqual(where.x + where.w)
          for (const b of boxes.slice(n + 1))
            expect(a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y).toBe(true)
        })
      }),
    )
  })

  it('stay where they are when one more comes behind them, which goes where the empty place was', () => {
    fc.assert(
      fc.property(heights, rooms, (tall, where) => {
        const before = flow(itemsOf(tall), where)
        const after = flow(itemsOf([...tall, 100]), where)
        before.boxes.forEach((box, id) => expect(after.boxes.get(id)).toEqual(box))
        expect(after.boxes.get(`card-${tall.length}`)).toMatchObject(before.next)
      }),
    )
  })

  it('fill the columns from the left', () => {
    const { boxes } = flow(itemsOf([100, 100, 100, 50]), room)
    expect([...boxes.values()].map(({ x, y }) => [x, y])).toEqual([
      [12, 48],
      [202, 48],
      [392, 48],
      [12, 160],
    ])
  })
})

describe('a card that is let go', () => {
  const siblings = [...flow(itemsOf([100, 100, 100, 50, 50]), room).boxes.values()].map((box) => ({ box }))

  it('comes before the card whose upper half it is over', () => {
    expect(rankAt({ x: 60, y: 70 }, siblings)).toBe(0)
    expect(rankAt({ x: 250, y: 60 }, siblings)).toBe(1)
    expect(rankAt({ x: 60, y: 165 }, siblings)).toBe(3)
  })

  it('comes behind the last of the column it is under, and behind all where there is no column', () => {
    expect(rankAt({ x: 60, y: 900 }, siblings)).toBe(4)
    expect(rankAt({ x: 450, y: 900 }, siblings)).toBe(3)
    expect(rankAt({ x: 4_000, y: 0 }, siblings)).toBe(5)
    expect(rankAt({ x: 60, y: 0 }, [])).toBe(0)
  })
})
