import { expect, test } from 'vitest'
import { day } from '#client/artefacts/field-values.ts'

test('a day is one that exists, from 1900 on', () => {
  expect(['2026-11-28', '1900-01-01', '2024-02-29'].map(day)).toEqual([
    '2026-11-28',
    '1900-01-01',
    '2024-02-29',
  ])
  for (const text of ['0202-05-01', '1899-12-31', '2025-02-29', '2026-13-01', '-1', ''])
    expect(day(text)).toBeNull()
})
