import { describe, expect, it } from 'vitest'
import { secretOf } from '#client/app/fragment-secret.ts'

describe('the secret of a link', () => {
  it.each(['', '.', ',', ')', '>', '“.', '%E2%80%9C', '%3E', '!', ';', '*', '&utm=mail'])(
    'survives %j behind it',
    (after) => expect(secretOf(`#Abc-1_xY${after}`)).toBe('Abc-1_xY'),
  )

  it.each(['_', '-', '__', '_.', '-&'])(
    'ends where it ends, whatever like a letter of it follows: %j',
    (after) => {
      const secret = `-_${'a1'.repeat(20)}_`
      expect(secretOf(`#${secret}${after}`)).toBe(secret)
    },
  )

  it('is missing where there is none', () => {
    expect([secretOf(''), secretOf('#')]).toEqual([null, null])
  })
})
