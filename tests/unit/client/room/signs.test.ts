// @vitest-environment jsdom
import { expect, it, vi } from 'vitest'
import { isCombined, isSign } from '#client/room/keys/signs.ts'

const key = (name: string, held: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', { key: name, ...held })
const altGr = { ctrlKey: true, altKey: true, modifierAltGraph: true }

it.each([...'("#-!/=[*§„…'])('%s begins what somebody writes', (sign) => {
  expect(isSign(key(sign))).toBe(true)
  expect(isSign(key(sign, { ctrlKey: true }))).toBe(false)
})

it.each(['@', '€', '|'])('%s does, too, by AltGr, which Windows calls Ctrl and Alt', (sign) => {
  expect(isSign(key(sign, altGr))).toBe(true)
})

it('@ does, too, with Alt on a Mac, where elsewhere it is combined', () => {
  expect(isSign(key('@', { altKey: true }))).toBe(false)
  vi.spyOn(navigator, 'platform', 'get').mockReturnValue('MacIntel')
  expect(isSign(key('@', { altKey: true }))).toBe(true)
})

it.each(['?', 'ä', '5', ' ', 'Dead', 'Enter'])('%s is none of them', (other) => {
  expect(isSign(key(other))).toBe(false)
})

it('Ctrl and Alt alone are combined with a key, and AltGr is not', () => {
  expect(isCombined(key('k', { ctrlKey: true }))).toBe(true)
  expect(isCombined(key('ł', altGr))).toBe(false)
})
