import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const conceptPoster: Method = {
  key: 'concept-poster',
  phase: 'solution',
  name: words(['Konzeptposter', 'Concept poster']),
  what: words([
    'Eine Idee wird auf einer Seite so beschrieben, dass andere sie beurteilen können.',
    'An idea is described on one page so that others can judge it.',
  ]),
  why: words([
    'Beim Aufschreiben zeigt sich, was noch fehlt.',
    'Writing it down shows what is still missing.',
  ]),
  example: words([
    'Standlicht: drei Zustände, ein Datum, kein Nachtragen.',
    'Status light: three states, a date, nothing to enter by hand.',
  ]),
  hints: words([
    'Annahmen ehrlich aufschreiben: Sie werden nachher geprüft.',
    'Write down assumptions honestly: they will be tested afterwards.',
  ]),
  page: {
    key: 'concepts',
    phase: 'solution',
    name: words(['Konzepte', 'Concepts']),
    instruction: words([
      'Beschreiben Sie eine Idee so, dass andere sie verstehen.',
      'Describe one idea so that others can understand it.',
    ]),
    question: words([
      'Wie sieht die Lösung auf einer Seite aus?',
      'What does the solution look like on one page?',
    ]),
    fields: inRows([
      field('concepts', ['Konzeptposter', 'Concept posters'], {
        flow: 2,
        takes: ['concept'],
        example: ['Standlicht', 'Status light'],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Poster füllen', 'Filling the poster']),
      instruction: words(['In Kleingruppen: ein Poster je Idee.', 'In small groups: one poster per idea.']),
      minutes: 30,
      mode: { type: 'open' },
    },
    {
      title: words(['Galerie', 'Gallery']),
      instruction: words([
        'Gehen Sie herum und schreiben Sie Rückmeldungen.',
        'Walk around and write feedback.',
      ]),
      minutes: 15,
      mode: { type: 'discuss' },
    },
  ],
  makes: ['concept'],
  from: ['idea'],
}
