import { expect, it } from 'vitest'
import { inOurLetters } from '#server/export/fonts.ts'

it('writes a sign that stands for letters we do not have in letters that we have', () => {
  const once = inOurLetters('مدينة Bürgerservice 日')
  expect(once).toMatch(/^◊{5} Bürgerservice ◊$/)
  expect(inOurLetters('◊\u25a1')).toBe('◊◊')
})
