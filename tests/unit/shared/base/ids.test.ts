import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isId, newId } from '#shared/base/ids.ts'

const moment = fc.integer({ min: 0, max: 2 ** 48 - 1 })
const chance = fc.uint8Array({ minLength: 10, maxLength: 10 })

describe('ids', () => {
  it('are UUIDs of version 7, variant 10', () => {
    fc.assert(
      fc.property(moment, chance, (now, random) => {
        const id = newId(now, random)
        expect(isId(id)).toBe(true)
        expect(id[14]).toBe('7')
        expect('89ab').toContain(id[19])
      }),
    )
  })

  it('carry the millisecond they were made in', () => {
    fc.assert(
      fc.property(moment, chance, (now, random) => {
        const stamp = newId(now, random).replaceAll('-', '').slice(0, 12)
        expect(parseInt(stamp, 16)).toBe(now)
      }),
    )
  })

  it('sort by the time they were made at', () => {
    fc.assert(
      fc.property(moment, moment, chance, chance, (a, b, randomA, randomB) => {
        fc.pre(a < b)
        expect(newId(a, randomA) < newId(b, randomB)).toBe(true)
      }),
    )
  })

  it('keep 74 random bits: any change in them makes another id', () => {
    const base = new Uint8Array(10)
    const ids = new Set<string>()
    for (let bit = 0; bit < 80; bit++) {
      const random = base.slice()
      random[bit >> 3]! ^= 1 << (bit & 7)
      ids.add(newId(0, random))
    }
    ids.delete(newId(0, base))
    expect(ids.size).toBe(74)
  })

  it('differ when nothing is handed in', () => {
    expect(new Set(Array.from({ length: 1_000 }, () => newId())).size).toBe(1_000)
  })

  it.each([
    ['nothing', undefined],
    ['a number', 7],
    ['an empty text', ''],
    ['upper case', '0190A0B0-0000-7000-8000-000000000000'],
    ['a path', '../../etc/passwd'],
    ['text around an id', ' 0190a0b0-0000-7000-8000-000000000000\n'],
    ['an id with a line behind it', '0190a0b0-0000-7000-8000-000000000000\n'],
  ])('do not look like %s', (_name, text) => {
    expect(isId(text)).toBe(false)
  })
})
