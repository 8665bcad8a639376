import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const empathyMap: Method = {
  key: 'empathy-map',
  phase: 'problem',
  name: words(['Empathiekarte', 'Empathy map']),
  what: words([
    'Sie schlüpfen in die Haut einer Person: Was sagt, denkt, fühlt und tut sie?',
    'You become somebody else for a moment: what do they say, think, feel and do?',
  ]),
  why: words([
    'Zwischen Gesagtem und Getanem liegt oft das eigentliche Problem.',
    'The real problem often lies between what somebody says and what they do.',
  ]),
  example: words([
    'Sagt: „Ich rufe zurück.“ Denkt: Hoffentlich weiß es das Bauamt.',
    'Says: “I will call you back.” Thinks: I hope the building office knows.',
  ]),
  hints: words([
    'Bleiben Sie bei einer Person. Widersprüche sind erwünscht.',
    'Stay with one person. Contradictions are welcome.',
  ]),
  page: {
    key: 'empathy',
    phase: 'problem',
    name: words(['Empathiekarte', 'Empathy map']),
    instruction: words([
      'Füllen Sie die sechs Felder aus der Sicht dieser Person.',
      'Fill in the six fields from their point of view.',
    ]),
    question: words(['Wie ist es, in ihrer Haut zu stecken?', 'What is it like to be in their shoes?']),
    fields: inRows([
      field('maps', ['Empathiekarten', 'Empathy maps'], {
        flow: 2,
        takes: ['empathyMap'],
        example: ['Maren, Bürgerbüro', 'Maren, citizens’ office'],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Ausfüllen', 'Filling in']),
      instruction: words([
        'Was sagt, denkt, fühlt, tut sie? Was schmerzt, was täte gut?',
        'What do they say, think, feel, do? What hurts, what would help?',
      ]),
      minutes: 20,
      mode: { type: 'open' },
    },
    {
      title: words(['Widersprüche suchen', 'Looking for contradictions']),
      instruction: words(['Wo passt Gesagtes nicht zum Getanen?', 'Where do words and actions not match?']),
      minutes: 10,
      mode: { type: 'discuss' },
    },
  ],
  makes: ['empathyMap'],
  from: ['persona', 'quote'],
}
