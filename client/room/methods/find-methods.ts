import { folded, foldedWords, holds } from '#shared/base/folded-text.ts'
import { methods } from '#shared/methods/catalogue.ts'
import type { Method, TemplateLanguage } from '#shared/methods/method.ts'
import { phases, type Phase } from '#shared/workshop/phases.ts'

interface PhaseMethods {
  phase: Phase
  methods: readonly Method[]
}

/** Methods in which every word stands, by phase. */
export function findMethods(
  query: string,
  phase: Phase | 'all',
  language: TemplateLanguage,
  among: readonly Method[] = methods,
): PhaseMethods[] {
  const words = foldedWords(query)
  const found = among.filter((method) => {
    const text = folded([method.name, method.what, method.why].map((part) => part[language]).join(' '))
    return words.every((word) => holds(text, word))
  })
  return phases
    .filter((one) => phase === 'all' || phase === one)
    .map((one) => ({ phase: one, methods: found.filter((method) => method.phase === one) }))
    .filter((group) => group.methods.length > 0)
}
