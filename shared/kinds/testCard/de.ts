import type { TextsOf } from '../texts.ts'
import type { testCard as spec } from './spec.ts'

export const testCard = {
  label: 'Testkarte',
  plural: 'Testkarten',
  hint: 'Bevor Sie testen: Was glauben wir, und woran merken wir, dass es stimmt?',
  empty: 'Testkarte ohne Annahme',
  fields: {
    belief: { label: 'Wir glauben, dass …', example: 'Antragstellende drei Zustände verstehen' },
    verification: { label: 'Das prüfen wir, indem …', example: 'fünf Personen ihn ohne Hilfe lesen' },
    measure: { label: 'Wir messen …', example: 'wie oft sie richtig liegen' },
    criterion: { label: 'Wir haben recht, wenn …', example: 'vier von fünf richtig liegen' },
  },
} satisfies TextsOf<typeof spec>
