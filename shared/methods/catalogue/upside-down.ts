import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const upsideDown: Method = {
  key: 'upside-down',
  phase: 'solution',
  name: words(['Kopfstand', 'Upside down']),
  what: words([
    'Sie fragen das Gegenteil: Wie machen wir es am schlimmsten? Dann drehen Sie jede Antwort um.',
    'You ask the opposite: how do we make it worst? Then you turn every answer round.',
  ]),
  why: words([
    'Schlechte Ideen machen Spaß und lösen Blockaden.',
    'Bad ideas are fun and loosen what is stuck.',
  ]),
  example: words([
    '„Nie zurückrufen“ wird zu „nach zwei Tagen von selbst melden“.',
    '“Never call back” becomes “get in touch after two days unasked”.',
  ]),
  hints: words(['Lassen Sie die schlimmsten Ideen ruhig vorlesen.', 'Do have the worst ideas read out.']),
  page: {
    key: 'upside-down',
    phase: 'solution',
    name: words(['Kopfstand', 'Upside down']),
    instruction: words([
      'Erst das Schlimmste sammeln, dann umdrehen.',
      'First collect the worst, then turn it round.',
    ]),
    question: words(['Wie würden wir es garantiert schlimmer machen?', 'How would we surely make it worse?']),
    fields: inRows([
      field('worst', ['So wird es schlimmer', 'This makes it worse'], {
        takes: ['note'],
        example: ['Nie zurückrufen', 'Never call back'],
      }),
      field('turned', ['Umgedreht', 'Turned round'], {
        takes: ['idea'],
        example: ['Nach zwei Tagen von selbst melden', 'Get in touch after two days unasked'],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Schlimmer machen', 'Making it worse']),
      instruction: words(['Was würde alles verderben?', 'What would spoil everything?']),
      minutes: 8,
      mode: { type: 'silent', authorship: 'named' },
    },
    {
      title: words(['Umdrehen', 'Turning round']),
      instruction: words(['Drehen Sie jede Antwort um.', 'Turn every answer round.']),
      minutes: 15,
      mode: { type: 'open' },
    },
  ],
  makes: ['idea'],
  from: ['hmw'],
}
