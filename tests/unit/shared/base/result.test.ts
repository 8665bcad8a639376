import { describe, expect, it } from 'vitest'
import { accepted, refused, unreachable, type Result } from '#shared/base/result.ts'

function halve(n: number): Result<number, 'odd'> {
  return n % 2 === 0 ? accepted(n / 2) : refused('odd')
}

describe('a result', () => {
  it('holds the value when accepted, also a falsy one', () => {
    expect(halve(4)).toEqual({ ok: true, value: 2 })
    expect(halve(0)).toEqual({ ok: true, value: 0 })
  })

  it('holds the reason when refused', () => {
    expect(halve(3)).toEqual({ ok: false, refusal: 'odd' })
  })
})

describe('unreachable', () => {
  it('names the case that a switch forgot', () => {
    expect(() => unreachable({ type: 'forgotten' } as never)).toThrow('{"type":"forgotten"}')
  })
})
