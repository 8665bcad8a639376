import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const flashRound: Method = {
  key: 'flash-round',
  phase: 'accompanying',
  name: words(['Blitzlicht', 'Flash round']),
  what: words([
    'Alle sagen reihum einen Satz. Niemand antwortet.',
    'Everybody says one sentence in turn. Nobody answers.',
  ]),
  why: words([
    'In fünf Minuten weiß man, wie es der Gruppe geht.',
    'In five minutes you know how the group is doing.',
  ]),
  example: words([
    '„Ich gehe mit einer Frage mehr, und das ist gut.“',
    '“I leave with one more question, and that is good.”',
  ]),
  hints: words([
    'Kein Kommentar, auch keine Zustimmung. Sie selbst zuletzt.',
    'No comments, not even agreement. You go last.',
  ]),
  page: {
    key: 'flash',
    phase: 'accompanying',
    name: words(['Blitzlicht', 'Flash round']),
    instruction: words(['Ein Satz je Person.', 'One sentence per person.']),
    question: words(['Mit welchem Satz gehen Sie?', 'What is the one thing you leave with?']),
    fields: inRows([
      field('sentences', ['Ein Satz', 'One sentence'], {
        takes: ['note'],
        example: ['Ich gehe mit …', 'I leave with …'],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Reihum', 'In turn']),
      instruction: words(['Ein Satz, ohne Antwort.', 'One sentence, without an answer.']),
      minutes: 6,
      mode: { type: 'open' },
    },
  ],
  makes: ['note'],
  from: [],
}
