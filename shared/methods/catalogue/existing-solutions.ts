import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const existingSolutions: Method = {
  key: 'existing-solutions',
  phase: 'preparation',
  name: words(['Bestandsanalyse', 'Existing solutions']),
  what: words([
    'Sie sammeln Lösungen, die es irgendwo schon gibt, und halten fest, was sie können und was ihnen fehlt.',
    'You collect solutions that already exist somewhere and note what they can do and what they lack.',
  ]),
  why: words([
    'Wer weiß, was es gibt, erfindet nichts zweimal und kann nachnutzen.',
    'If you know what exists, you can reuse it instead of inventing it again.',
  ]),
  example: words([
    'Ein Kita-Portal mit Statuszeile, in sechs Kommunen im Einsatz.',
    'A day-care portal with a status line, in use in six municipalities.',
  ]),
  hints: words([
    'Bitten Sie die Beteiligten vorab, je eine Lösung aus ihrem Haus mitzubringen.',
    'Ask everybody in advance to bring one solution from their own organisation.',
  ]),
  page: {
    key: 'solutions',
    phase: 'preparation',
    name: words(['Bestandslösungen', 'Existing solutions']),
    instruction: words([
      'Tragen Sie ein, was es schon gibt: eine Lösung je Karte.',
      'Enter what already exists: one solution per card.',
    ]),
    question: words([
      'Was gibt es schon, und was fehlt daran?',
      'What already exists, and what does it lack?',
    ]),
    tip: words([
      'Auch halbe Lösungen zählen, wenn man aus ihnen lernen kann.',
      'Half solutions count, too, if you can learn from them.',
    ]),
    fields: inRows(
      [
        field('solutions', ['Bestandslösungen', 'Existing solutions'], {
          flow: 3,
          takes: ['existingSolution'],
          example: ['Kita-Portal mit Statuszeile', 'Day-care portal with a status line'],
        }),
      ],
      [
        field('gaps', ['Was allen fehlt', 'What all of them lack'], {
          takes: ['observation', 'note'],
          example: ['Niemand zeigt, bei wem der Vorgang liegt.', 'None of them shows who has the case.'],
        }),
      ],
    ),
  },
  steps: [
    {
      title: words(['Sammeln', 'Collecting']),
      instruction: words([
        'Beschreiben Sie je eine Lösung, die Sie kennen.',
        'Each of you describes one solution you know.',
      ]),
      minutes: 25,
      mode: { type: 'open' },
    },
    {
      title: words(['Lücken finden', 'Finding gaps']),
      instruction: words(['Was fehlt allen diesen Lösungen?', 'What do all these solutions lack?']),
      minutes: 20,
      mode: { type: 'discuss' },
    },
  ],
  makes: ['existingSolution', 'observation'],
  from: [],
}
