import { expect, test } from 'vitest'
import { divideAtRandom, roomsFor } from '#shared/workshop/breakout-rooms.ts'

const steady = (seed: number) => () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647

test('everybody sits in exactly one room, and no room has two more than another', () => {
  for (let people = 0; people <= 40; people++)
    for (const rooms of [1, 2, 3, 7]) {
      const ids = Array.from({ length: people }, (_, n) => n)
      const divided = divideAtRandom(ids, rooms, steady(people * 100 + rooms + 1))
      expect(divided.flat().sort((a, b) => a - b)).toEqual(ids)
      const sizes = divided.map(({ length }) => length)
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
    }
})

test('who sits with whom is left to chance', () => {
  const ids = Array.from({ length: 12 }, (_, n) => n)
  const seen = new Set(
    Array.from({ length: 50 }, (_, n) => JSON.stringify(divideAtRandom(ids, 3, steady(n + 1)))),
  )
  expect(seen.size).toBe(50)
})

test('rooms are proposed for groups of about four, two at least', () => {
  expect([0, 1, 8, 13, 38, 400].map((people) => roomsFor(people, 12))).toEqual([2, 2, 2, 3, 10, 12])
})
