import { expect, test } from 'vitest'
import { recordsOf } from '#shared/methods/build-document.ts'
import { kindForPage, kindNames, traitsOf } from '#shared/kinds/index.ts'
import { strategiewerkstatt } from '#shared/methods/strategiewerkstatt.ts'

test('whoever just begins to write means an idea where ideas are collected, and a note elsewhere', () => {
  expect(kindForPage('page:solution-ideas')).toBe('idea')
  expect(kindForPage('page:accompanying-retro')).toBe('note')
  expect(kindForPage('page:made-by-hand')).toBe('note')
})

test('every page with a kind of its own is a page of the template', () => {
  const pages = recordsOf(strategiewerkstatt, 'de').map(({ id }) => id)
  const owned = kindNames.flatMap((kind) => traitsOf(kind).pages.map((page) => `page:${page}`))
  expect(owned.length).toBeGreaterThan(2)
  expect(pages).toEqual(expect.arrayContaining(owned))
})
