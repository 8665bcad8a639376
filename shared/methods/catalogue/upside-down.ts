import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const upsideDown: Method = {
  key: 'upside-down',
  phase: 'solution',
  name: words(['Kopfstand', 'Upside down']),
  what: words([
    'Sie fragen das Gegenteil: Wie machen wir es am schlimmsten? Dann drehen Sie jede Antwort um.',
    'You ask the opposite: how could we make it as bad as possible? Then you turn every answer around.',
  ]),
  why: words([
    'Schlechte Ideen machen Spaß und lösen Blockaden.',
    'Bad ideas are fun and get things moving again.',
  ]),
  example: words([
    '„Nie zurückrufen“ wird zu „nach zwei Tagen von selbst melden“.',
    '“Never call back” becomes “get in touch after two days without being asked”.',
  ]),
  hints: words([
    'Lassen Sie die schlimmsten Ideen ruhig vorlesen.',
    'Feel free to have the worst ideas read out.',
  ]),
  page: {
    key: 'upside-down',
    phase: 'solution',
    name: words(['Kopfstand', 'Upside down']),
    instruction: words([
      'Erst das Schlimmste sammeln, dann umdrehen.',
      'Collect the worst first, then turn it around.',
    ]),
    question: words([
      'Wie würden wir es garantiert schlimmer machen?',
      'How could we be sure to make it worse?',
    ]),
    fields: inRows([
      field('worst', ['So wird es schlimmer', 'This makes it worse'], {
        takes: ['note'],
        example: ['Nie zurückrufen', 'Never call back'],
      }),
      field('turned', ['Umgedreht', 'Turned around'], {
        takes: ['idea'],
        example: ['Nach zwei Tagen von selbst melden', 'Get in touch after two days without being asked'],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Schlimmer machen', 'Making it worse']),
      instruction: words(['Was würde alles verderben?', 'What would ruin everything?']),
      minutes: 8,
      mode: { type: 'silent', authorship: 'named' },
    },
    {
      title: words(['Umdrehen', 'Turning around']),
      instruction: words(['Drehen Sie jede Antwort um.', 'Turn every answer around.']),
      minutes: 15,
      mode: { type: 'open' },
    },
  ],
  makes: ['idea'],
  from: ['hmw'],
}
