import { expect, it } from 'vitest'
import { wordTable } from '#shared/report/word-table.ts'

const sharesOf = (titles: string[], row: string[]) => {
  const columns = titles.map((title) => ({ title }))
  return wordTable('', columns, [row]).columns.map(({ share }) => share)
}
const prose = 'Wer etwas zu sagen hat und woran sich das zeigt, steht hier in ganzen Sätzen.'

it('columns hold their longest word, and prose gives way for it', () => {
  const [who, interest, first, second, third] = sharesOf(
    ['Akteur', 'Interesse', 'Haltung', 'Wie beteiligen?', 'Rolle'],
    ['Sozialdezernentin', 'hoch', prose, prose, prose],
  ) as [number, number, number, number, number]
  expect(who).toBeGreaterThan(95)
  expect(interest).toBeGreaterThan(58)
  expect(first + second + third).toBeGreaterThan(2 * who)
  expect(who + interest + first + second + third).toBeLessThanOrEqual(476)
})

it('a word may end its line behind a hyphen, and an address takes no whole page', () => {
  expect(sharesOf(['Wer?', 'Was?'], ['Bürgermeister-Stellvertretung', '-'])[0]).toBeLessThan(170)
  expect(sharesOf(['Wo?', 'Was?'], [`https://${'lang.'.repeat(40)}de`, prose])).toEqual([190, 160])
})

it('only where not all words fit side by side, the longest give', () => {
  const shares = sharesOf(
    ['a', 'b', 'c', 'd', 'e'],
    [...Array<string>(4).fill('Datenschutzbeauftragter'), 'kurz'],
  )
  expect(shares.reduce((sum, share) => sum + share)).toBeLessThanOrEqual(476)
  expect(shares[4]).toBe(40)
})
