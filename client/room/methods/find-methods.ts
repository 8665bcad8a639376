import { folded, foldedWords, holds } from '#shared/base/folded-text.ts'
import { methods } from '#shared/methods/catalogue.ts'
import { isPageOf } from '#shared/agenda/from-method.ts'
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

/**
 * The method a page was laid out by, as its record id tells (`shared/methods/add-page.ts`); null for a page that somebody
 * began empty, and for one whose method of one's own is gone.
 */
export function methodOfPage(pageId: string, among: readonly Method[]): Method | null {
  // The key of one's own begins with that of the page it was made after
  const found = among.filter((method) => isPageOf(method, pageId))
  return found.sort((a, b) => b.page!.key.length - a.page!.key.length)[0] ?? null
}
