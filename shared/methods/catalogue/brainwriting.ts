import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const brainwriting: Method = {
  key: 'brainwriting',
  phase: 'solution',
  name: words(['Brainwriting 6-3-5', 'Brainwriting 6-3-5']),
  what: words([
    'Reihum schreiben alle drei Einfälle, geben weiter und bauen auf den anderen auf.',
    'Everybody writes three ideas, passes them on and builds on what others wrote.',
  ]),
  why: words([
    'Ideen werden besser, wenn andere sie weiterspinnen, und niemand muss laut sein.',
    'Ideas get better when others develop them, and nobody has to be loud.',
  ]),
  example: words([
    'Aus „Aushang“ wird „Anzeige im Wartebereich“ wird „Anzeige auf dem eigenen Telefon“.',
    '“Notice” becomes “display in the waiting area” becomes “display on your own phone”.',
  ]),
  hints: words([
    'Sechs Personen, drei Einfälle, fünf Weitergaben zu je vier Minuten.',
    'Six people, three ideas, passed on five times, four minutes each.',
  ]),
  page: {
    key: 'brainwriting',
    phase: 'solution',
    name: words(['Brainwriting', 'Brainwriting']),
    instruction: words([
      'Lesen Sie die Zeilen darüber und bauen Sie darauf auf.',
      'Read the rows above and build on them.',
    ]),
    question: words(['Was machen andere aus meinem Einfall?', 'What do others make of my idea?']),
    fields: inRows([
      field('grids', ['Bögen', 'Grids'], {
        flow: 3,
        takes: ['brainwriting'],
        example: ['Bogen anlegen', 'make a grid'],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Schreiben und weitergeben', 'Writing and passing on']),
      instruction: words([
        'Sechs Runden zu vier Minuten: drei Einfälle in eine Zeile, dann der nächste Bogen.',
        'Six rounds of four minutes: three ideas in a row, then the next grid.',
      ]),
      minutes: 24,
      mode: { type: 'open' },
    },
    {
      title: words(['Ernten', 'Choosing']),
      instruction: words([
        'Welche Einfälle werden eigene Ideen?',
        'Which of these become ideas in their own right?',
      ]),
      minutes: 12,
      mode: { type: 'discuss' },
    },
  ],
  makes: ['brainwriting', 'idea'],
  from: ['hmw'],
}
