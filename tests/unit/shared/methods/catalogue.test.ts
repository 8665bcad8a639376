import { describe, expect, it } from 'vitest'
import { kindNames } from '#shared/kinds/index.ts'
import { recordsOf } from '#shared/methods/build-document.ts'
import { methods } from '#shared/methods/catalogue.ts'
import { minutesOf, type Method, type Wording } from '#shared/methods/method.ts'
import { phases } from '#shared/workshop/phases.ts'

const wordingsOf = (method: Method): Wording[] => [
  method.name,
  method.what,
  method.why,
  method.example,
  method.hints,
  ...method.steps.flatMap(({ title, instruction }) => [title, instruction]),
]

describe('the catalogue of methods', () => {
  it('has methods for every phase, in the order of the phases, each under a key of its own', () => {
    const order = methods.map(({ phase }) => phases.indexOf(phase))
    expect(new Set(order)).toEqual(new Set(phases.keys()))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(new Set(methods.map(({ key }) => key)).size).toBe(methods.length)
  })

  it('offers every kind of card in some method', () => {
    const made = new Set(methods.flatMap(({ makes, from, page }) => [...makes, ...from, ...takesOf(page)]))
    const elsewhere = ['minutes', 'document']
    expect(kindNames.filter((kind) => !made.has(kind) && !elsewhere.includes(kind))).toEqual([])
  })
})

describe.each(methods.map((method) => [method.key, method] as const))('%s', (_key, method) => {
  it('says everything in both languages', () => {
    for (const { de, en } of wordingsOf(method)) {
      expect(de.trim()).not.toBe('')
      expect(en.trim()).not.toBe('')
    }
  })

  it('takes between five minutes and two hours', () => {
    expect(minutesOf(method)).toBeGreaterThanOrEqual(5)
    expect(minutesOf(method)).toBeLessThanOrEqual(120)
    for (const { minutes } of method.steps) expect(minutes).toBeGreaterThan(0)
  })

  it('lays a page on which what it makes has its place', () => {
    if (!method.page) return
    const takes = takesOf(method.page)
    const open = method.page.fields.some((field) => field.takes.length === 0)
    const placed = method.makes.filter((kind) => takes.includes(kind))
    expect(open || method.makes.length === 0 || placed.length > 0).toBe(true)
    expect(recordsOf({ key: method.key, name: method.name, pages: [method.page] }, 'de').length).toBe(
      1 + method.page.fields.length,
    )
  })

  it('names what to do, and asks what it is about, apart', () => {
    if (!method.page) return
    expect(method.page.instruction.de).not.toBe(method.page.question.de)
    expect(method.page.question.de.length).toBeLessThanOrEqual(90)
  })
})

function takesOf(page: Method['page']): string[] {
  return page?.fields.flatMap((field) => field.takes) ?? []
}
