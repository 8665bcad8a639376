import { expect, it } from 'vitest'
import { foreignLettersIn, inOurLetters } from '#server/export/fonts.ts'

it('letters of other scripts are counted, as many as stand there as a lozenge', () => {
  const text = 'Łódź, Αθήνα, Київ, 👩🏽‍🦰 und 東京 in مصر'
  expect(foreignLettersIn(text)).toBe(5)
  expect(inOurLetters(text).match(/◊/g)).toHaveLength(5)
  expect(foreignLettersIn('Straße – „Anträge“ 🙂')).toBe(0)
})
