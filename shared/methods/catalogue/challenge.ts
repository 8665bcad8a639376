import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const challenge: Method = {
  key: 'challenge',
  phase: 'preparation',
  name: words(['Challenge formulieren', 'Wording the challenge']),
  what: words([
    'Aus dem, was sich häuft, wird eine Frage, an der die Gruppe arbeitet.',
    'What comes up most often becomes a question for the group to work on.',
  ]),
  why: words([
    'Eine gute Frage ist die halbe Lösung: weit genug für Ideen, eng genug für einen Anfang.',
    'A good question is half the solution: broad enough for ideas, narrow enough to begin.',
  ]),
  example: words([
    'Wie können wir den Stand eines Antrags für Antragstellende im Alltag kleiner Verwaltungen sichtbar machen?',
    'How might we make the state of an application visible to applicants in the daily life of small administrations?',
  ]),
  hints: words([
    'Drei bis fünf Challenges für die ganze Werkstatt. Achten Sie darauf, dass keine schon eine Lösung nennt.',
    'Three to five challenges for the whole workshop. Make sure that none of them already names a solution.',
  ]),
  page: {
    key: 'challenge',
    phase: 'preparation',
    name: words(['Design-Challenge', 'Design challenge']),
    instruction: words([
      'Formulieren Sie: Wie können wir … für … im Kontext …?',
      'Put it like this: how might we … for … in the context of …?',
    ]),
    question: words(['An welcher Frage wollen wir arbeiten?', 'Which question do we want to work on?']),
    tip: words([
      'Steht eine Lösung in der Frage? Dann fragen Sie, wozu sie gut wäre.',
      'Does the question contain a solution? Then ask what that would be good for.',
    ]),
    fields: inRows([
      field('challenges', ['Challenges', 'Challenges'], {
        span: 8,
        flow: 1,
        takes: ['challenge'],
        example: ['Wie können wir … für … im Kontext …?', 'How might we … for … in the context of …?'],
      }),
      field('limits', ['Nicht unser Ziel', 'Not our goal'], {
        span: 4,
        takes: ['note'],
        example: ['neue Fachverfahren beschaffen', 'buying new specialist systems'],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Still entwerfen', 'Drafting silently']),
      instruction: words(['Schreiben Sie ein bis zwei Fragen.', 'Write one or two questions.']),
      minutes: 10,
      mode: { type: 'silent', authorship: 'named' },
    },
    {
      title: words(['Schärfen', 'Sharpening']),
      instruction: words([
        'Zu eng? Zu weit? Schon eine Lösung darin?',
        'Too narrow? Too broad? Does it already contain a solution?',
      ]),
      minutes: 25,
      mode: { type: 'discuss' },
    },
    {
      title: words(['Auswählen', 'Choosing']),
      instruction: words(['Drei Punkte je Person.', 'Three dots per person.']),
      minutes: 8,
      mode: { type: 'vote', ballot: 'dots' },
    },
  ],
  makes: ['challenge'],
  from: ['cluster', 'insight', 'matrix'],
}
