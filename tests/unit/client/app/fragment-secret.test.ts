import { describe, expect, it } from 'vitest'
import { secretOf } from '#client/app/fragment-secret.ts'

describe('the secret of a link', () => {
  it.each(['', '.', ',', ')', '>', '“.', '%E2%80%9C', '%3E', '!', ';', '*', '&utm=mail'])(
    'survives %j behind it',
    (after) => expect(secretOf(`#Abc-1_xY${after}`)).toBe('Abc-1_xY'),
  )

  it('is missing where there is none', () => {
    expect([secretOf(''), secretOf('#')]).toEqual([null, null])
  })
})
