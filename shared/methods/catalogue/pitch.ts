import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const pitch: Method = {
  key: 'pitch',
  phase: 'closing',
  name: words(['Pitch', 'Pitch']),
  what: words([
    'In drei Minuten: Bedarf, Ansatz, Nutzen und Kosten, Alternativen und eine Bitte.',
    'In three minutes: need, approach, benefit per cost, alternatives and one request.',
  ]),
  why: words([
    'Wer entscheidet, hat wenig Zeit und braucht einen Grund.',
    'Decision-makers have little time and need a reason.',
  ]),
  example: words([
    'Unsere Bitte: drei Kommunen für einen Probelauf.',
    'Our request: three municipalities for a trial.',
  ]),
  hints: words([
    'Beginnen Sie mit einem Menschen, nicht mit der Technik. Am Ende steht eine Bitte.',
    'Start with a person, not with technology. End with a request.',
  ]),
  page: {
    key: 'pitch',
    phase: 'closing',
    name: words(['Pitch', 'Pitch']),
    instruction: words([
      'Füllen Sie die vier Teile und Ihre Bitte.',
      'Fill in the four parts and your request.',
    ]),
    question: words(['Warum sollte jemand mitmachen?', 'Why should anybody join?']),
    fields: inRows(
      [
        field('pitches', ['Pitch', 'Pitch'], {
          flow: 2,
          takes: ['pitch'],
          example: ['Standlicht', 'Status light'],
        }),
      ],
      [
        field('feedback', ['Rückmeldungen', 'Feedback'], {
          flow: 2,
          takes: ['feedback'],
          example: ['nach der Probe', 'after the rehearsal'],
        }),
      ],
    ),
  },
  steps: [
    {
      title: words(['Schreiben', 'Writing']),
      instruction: words(['Ein Satz je Teil.', 'One sentence per part.']),
      minutes: 20,
      mode: { type: 'open' },
    },
    {
      title: words(['Proben', 'Rehearsing']),
      instruction: words(['Drei Minuten, dann Rückmeldung.', 'Three minutes, then feedback.']),
      minutes: 20,
      mode: { type: 'present' },
    },
  ],
  makes: ['pitch'],
  from: ['concept', 'learning'],
}
