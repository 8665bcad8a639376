import { field, inRows, words } from './layout.ts'
import type { Programme } from './method.ts'

/** One sheet on which somebody tries for a minute how a board is worked, before the first meeting. */
export const practice: Programme = {
  key: 'practice',
  name: words(['Üben', 'Practice']),
  pages: [
    {
      key: 'practice',
      phase: 'kickoff',
      name: words(['Üben', 'Practice']),
      instruction: words([
        'Probieren Sie aus, was Sie in einer Sitzung brauchen. Niemand sieht zu.',
        'Try what you need in a meeting. Nobody is watching.',
      ]),
      question: words([
        'Was würde Ihren Arbeitstag leichter machen?',
        'What would make your working day easier?',
      ]),
      fields: inRows([
        field('ideas', ['Ideen', 'Ideas'], {
          example: ['Weniger Formulare mit denselben Fragen', 'Fewer forms with the same questions'],
        }),
        field('chosen', ['Ausgewählt', 'Chosen']),
      ]),
    },
  ],
}
