import { expect, it } from 'vitest'
import { ago, writtenDay } from '#client/app/dates.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

it.each([
  [-5_000, 'in dieser Minute'],
  [3 * MINUTE, 'vor 3 Minuten'],
  [59.9 * MINUTE, 'vor 59 Minuten'],
  [23.9 * HOUR, 'vor 23 Stunden'],
  [35 * HOUR, 'vor 1 Tag'],
  [80 * HOUR, 'vor 3 Tagen'],
])('%d milliseconds are told in the largest unit that they fill: %s', (ms, words) => {
  expect(ago(ms, 'de')).toBe(words)
})

it.each([
  ['2026-03-01', 'de', '01.03.2026'],
  ['2026-03-01', 'en', '1 Mar 2026'],
  ['bald', 'de', 'bald'],
  ['', 'de', ''],
])('the day "%s" is written in %s, wherever one is: %s', (date, language, words) => {
  expect(writtenDay(date, language)).toBe(words)
})
