import type { Phase } from '../workshop/phases.ts'
import { buildDocument } from './build-document.ts'
import { field, inRows, words } from './layout.ts'
import type { TemplateLanguage } from './method.ts'

const KEY = 'breakout'

/** The one page of a breakout, in the phase in which the plenum is. */
export const breakoutPageId = (phase: Phase): string => `page:${phase}-${KEY}`

const RESULTS = 'results'

/** Whether something lies in the field for what a breakout brings back into the plenum. */
export const isBreakoutResult = (parentId: unknown): boolean =>
  typeof parentId === 'string' && parentId.endsWith(`-${KEY}-${RESULTS}`)

/** Yjs update that fills the empty document of a breakout. */
export function breakoutDocument(language: TemplateLanguage, phase: Phase, now: number): Uint8Array {
  const page = {
    key: KEY,
    phase,
    name: { de: 'Kleingruppe', en: 'Breakout' },
    instruction: {
      de: 'Sammeln Sie zuerst Ihre Gedanken. Was Sie ins Plenum mitbringen, kommt am Ende in das andere Feld.',
      en: 'Collect your thoughts first. What you bring back goes into the other field in the end.',
    },
    question: words([
      'Was besprechen wir, und was nehmen wir mit zurück?',
      'What do we discuss, and what do we take back?',
    ]),
    fields: inRows([
      field('thoughts', ['Unsere Gedanken', 'Our thoughts'], {
        example: ['Bei uns ruft jede zweite Person noch einmal an.', 'Every second person calls again.'],
        span: 7,
      }),
      field(RESULTS, ['Das bringen wir mit ins Plenum', 'What we bring back'], {
        example: ['Ein Anruf weniger ist unser Maß.', 'One call fewer is our measure.'],
        span: 5,
      }),
    ]),
  }
  return buildDocument({ key: KEY, name: page.name, pages: [page] }, language, now)
}
