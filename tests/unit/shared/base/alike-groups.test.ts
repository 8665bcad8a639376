import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alikeGroups } from '#shared/base/alike-groups.ts'

const sorted = (groups: readonly (readonly number[])[]) =>
  groups.map((group) => [...group].sort((a, b) => a - b))

describe('groups of what points alike', () => {
  it('are found, largest first, and what fits nowhere is in none', () => {
    const directions = [
      ...[
        [1, 0.1, 0],
        [0, 1, 0.1],
        [1, 0, 0.1],
        [0.1, 1, 0],
        [0.9, 0.1, 0.1],
      ],
      [-1, -1, 1],
    ]
    expect(sorted(alikeGroups(directions))).toEqual([
      [0, 2, 4],
      [1, 3],
    ])
  })

  it('do not depend on how long directions are', () => {
    const directions = [
      [1, 0.1],
      [0.1, 1],
      [50, 1],
      [0, 0.001],
    ]
    expect(sorted(alikeGroups(directions))).toEqual([
      [0, 2],
      [1, 3],
    ])
  })

  it('are none where all texts are equally far from each other, or nothing is there', () => {
    expect(alikeGroups([])).toEqual([])
    expect(alikeGroups([[1, 0]])).toEqual([])
    expect(alikeGroups([0, 1, 2, 3].map((n) => [0, 1, 2, 3].map((m) => (n === m ? 1 : 0))))).toEqual([])
  })

  it('hold every text once at most, and never a text alone', () => {
    const direction = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(direction, { maxLength: 30 }), (directions) => {
        const groups = alikeGroups(directions)
        const all = groups.flat()
        expect(new Set(all).size).toBe(all.length)
        expect(all.every((n) => n >= 0 && n < directions.length)).toBe(true)
        expect(groups.every(({ length }) => length > 1)).toBe(true)
      }),
    )
  })
})
