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
    'In five minutes one knows how the group is.',
  ]),
  example: words([
    '„Ich gehe mit einer Frage mehr, und das ist gut.“',
    '“I leave with one more question, and that is good.”',
  ]),
  hints: words([
    'Kein Kommentar, auch keine Zustimmung. Sie selbst zuletzt.',
    'No comment, no agreement either. You yourself last.',
  ]),
  page: {
    key: 'flash',
    phase: 'accompanying',
    name: words(['Blitzlicht', 'Flash round']),
    instruction: words(['Ein Satz je Person.', 'One sentence per person.']),
    question: words(['Mit welchem Satz gehen Sie?', 'With which sentence do you leave?']),
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
