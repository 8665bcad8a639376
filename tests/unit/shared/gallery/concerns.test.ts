import { expect, it } from 'vitest'
import { concernsIn } from '#shared/gallery/concerns.ts'
import { publicProfileOf } from '#shared/gallery/public-profile.ts'

const reachableBy = (purpose: string) =>
  concernsIn(publicProfileOf({ name: 'Wohngeld', purpose }), [], []).map(({ reason }) => reason)

it.each([
  ...['0431 901-1234', '(0431) 901 1234', '0431/9011234', '+49 431 9011234', '+49 (0)431 901-1234'],
  ...[
    '0049 431 9011234',
    '0171 1234567',
    '01711234567',
    '0171.123.45.67',
    '0800 1234567',
    '0441 / 23 50',
    'Tel. 901-12',
    'ISO 27001 (0511 1684 1234)',
  ],
  ...['Telefon: 0431 901-0', 'Durchwahl 12345', 'Verfügbar ab 01.07.2026, Tel. 0431 901-12'],
])('a way to reach somebody is not made public beside the contact: %s', (words) => {
  expect(reachableBy(`Fragen an ${words}.`)).toEqual(['reachable'])
})

it.each([
  ...['Verfügbar ab 01.07.2026', '15.07.2026 (12 Monate)', '01.07.-31.12.2026', '1.7.2026 bis 01.03.2027'],
  ...[
    '07/2026-12/2027',
    '2026-07-01 09-12',
    'DIN EN 0123 4567',
    'EVB-IT 0815-4711',
    'DIN EN ISO 0123 4567890',
  ],
  ...['https://stadt.example/doku/0123456', 'stadt.example/a/0431-9011234', 'Schlüssel 010510044044'],
  ...['01067 Dresden', 'Geöffnet 08.00-16.00 Uhr', 'Mobilität 2030, 100 000 000 Euro', 'ISBN 0-306-40615-2'],
])('figures are no telephone: %s', (words) => {
  expect(reachableBy(words)).toEqual([])
})
