import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const brainstorming: Method = {
  key: 'brainstorming',
  phase: 'solution',
  name: words(['Brainstorming', 'Brainstorming']),
  what: words([
    'Alle schreiben still viele Ideen, jede auf eine eigene Karte. Dann werden alle auf einmal aufgedeckt.',
    'Everybody writes many ideas in silence, each on a card of its own. Then all are revealed at once.',
  ]),
  why: words([
    'Wer zuerst still schreibt, richtet sich nicht nach den Lautesten.',
    'People who write in silence first do not simply follow the loudest.',
  ]),
  example: words([
    'Eine Nachricht nur dann, wenn sich wirklich etwas ändert.',
    'A message only when something really changes.',
  ]),
  hints: words([
    'Menge vor Güte. Nach der Hälfte der Zeit: „Was wäre verboten gut?“',
    'Quantity before quality. Halfway through, ask: “What would be great but forbidden?”',
  ]),
  page: {
    key: 'ideas',
    phase: 'solution',
    name: words(['Ideen', 'Ideas']),
    instruction: words([
      'Schreiben Sie je Karte eine Idee, in einem Satz. Bewertet wird später.',
      'Write one idea per card, in one sentence. You will judge them later.',
    ]),
    question: words([
      'Welche Ideen haben wir, auch ungewöhnliche?',
      'Which ideas do we have, even unusual ones?',
    ]),
    tip: words([
      'Auch halbe Ideen zählen, und ungewöhnliche erst recht.',
      'Half ideas count, too, and unusual ones all the more.',
    ]),
    fields: inRows([
      field('collection', ['Ideensammlung', 'Idea collection'], {
        span: 8,
        takes: ['idea'],
        example: ['Statuszeile wie bei der Paketverfolgung', 'A status line as with parcel tracking'],
      }),
      field('shortlist', ['Engere Auswahl', 'Shortlist'], {
        span: 4,
        takes: ['idea'],
        example: ['eine Idee hierher ziehen', 'move an idea here'],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Ideen still sammeln', 'Collecting ideas silently']),
      instruction: words([
        'Schreiben Sie jede Idee auf eine eigene Karte.',
        'Write every idea on a card of its own.',
      ]),
      minutes: 10,
      mode: { type: 'silent', authorship: 'named' },
    },
    {
      title: words(['Aufdecken und ordnen', 'Revealing and sorting']),
      instruction: words([
        'Lesen Sie, fragen Sie nach, legen Sie Gleiches zusammen.',
        'Read, ask, and put together what is the same.',
      ]),
      minutes: 20,
      mode: { type: 'open' },
    },
  ],
  makes: ['idea'],
  from: ['hmw', 'pov'],
}
