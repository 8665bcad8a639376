import { expect, it } from 'vitest'
import { traitsOf } from '#shared/kinds/index.ts'
import { methods } from '#shared/methods/catalogue.ts'
import { needsOf, phaseNeeds } from '#shared/methods/phase-needs.ts'
import { phases } from '#shared/workshop/phases.ts'

it.each(phases)(
  'what %s should come to are cards of that phase, each made by a method of the catalogue',
  (phase) => {
    const made = new Set(methods.flatMap(({ makes, from }) => [...makes, ...from]))
    expect(phaseNeeds[phase].length).toBeGreaterThan(0)
    for (const { kind, count } of phaseNeeds[phase]) {
      expect(traitsOf(kind).phase).toBe(phase)
      expect(made).toContain(kind)
      expect(count).toBeGreaterThan(0)
    }
  },
)

it('a need says how many there are, none where nobody has made one', () => {
  const needs = needsOf('solution', { idea: 12, quote: 40 })
  expect(needs.find(({ kind }) => kind === 'idea')).toEqual({ kind: 'idea', count: 10, made: 12 })
  expect(needs.find(({ kind }) => kind === 'prototype')?.made).toBe(0)
})
