import { newId, type MethodId } from '#shared/base/ids.ts'
import { asMethod, fieldsOfMethod } from '#shared/methods/own-as-method.ts'
import { expect, test } from 'vitest'
import { findMethods, methodOfPage } from '#client/room/methods/find-methods.ts'
import { methods } from '#shared/methods/catalogue.ts'
import { phases } from '#shared/workshop/phases.ts'

const found = (...search: Parameters<typeof findMethods>) =>
  findMethods(...search).flatMap((group) => group.methods)

test('without a word every method is there once, phase by phase', () => {
  const groups = findMethods('', 'all', 'de')
  expect(new Set(found('', 'all', 'de'))).toEqual(new Set(methods))
  expect(found('', 'all', 'de')).toHaveLength(methods.length)
  expect(groups.map(({ phase }) => phase)).toEqual(
    phases.filter((one) => groups.some(({ phase }) => phase === one)),
  )
})

test('every method is found by its name, in both languages, in any order of its words and without umlauts', () => {
  for (const language of ['de', 'en'] as const)
    for (const method of methods) {
      const name = method.name[language]
      const bare = name.normalize('NFD').replace(/\p{M}/gu, '').split(' ').reverse().join(' ')
      for (const query of [name, name.toUpperCase(), bare])
        expect(found(query, 'all', language), query).toContain(method)
    }
})

test('a phase shows its own methods only, and no empty headings', () => {
  for (const phase of phases) {
    const own = found('', phase, 'de')
    expect(own).toEqual(methods.filter((method) => method.phase === phase))
  }
  expect(findMethods('Quastenflosser', 'all', 'de')).toEqual([])
})

test('a page knows its method, also when it was laid out a second time, and an empty one has none', () => {
  for (const method of methods) {
    if (!method.page) continue
    const usual = `page:${method.page.phase}-${method.page.key}`
    expect(methodOfPage(usual, methods)?.key).toBe(method.key)
    expect(methodOfPage(`${usual}--1a2b3c4d`, methods)?.key).toBe(method.key)
  }
  expect(methodOfPage('page:solution-blank-1', methods)).toBeNull()
  const [first] = methods.filter(({ page }) => page !== null)
  const own = asMethod({ ...fieldsOfMethod(first!, 'de'), id: newId<MethodId>(), revision: 1 })
  expect(methodOfPage(`page:${own.phase}-${own.page!.key}`, [own, ...methods])).toBe(own)
})
