import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const roadmap: Method = {
  key: 'roadmap',
  phase: 'closing',
  name: words(['Roadmap', 'Roadmap']),
  what: words([
    'Sie halten fest, was bis wann erreicht sein soll und wer sich kümmert.',
    'You note what should be achieved by when and who is in charge.',
  ]),
  why: words([
    'Ein Plan mit Namen und Datum überlebt die Werkstatt.',
    'A plan with names and dates outlives the workshop.',
  ]),
  example: words(['Bis März: Probelauf in drei Kommunen.', 'By March: trial in three municipalities.']),
  hints: words([
    'Zuerst den letzten Meilenstein setzen, dann rückwärts gehen.',
    'Set the last milestone first, then work backwards.',
  ]),
  page: {
    key: 'roadmap',
    phase: 'closing',
    name: words(['Roadmap', 'Roadmap']),
    instruction: words([
      'Ein Meilenstein je Karte, mit Datum und Namen.',
      'One milestone per card, with date and name.',
    ]),
    question: words(['Was ist bis wann erreicht?', 'What will be achieved by when?']),
    fields: inRows([
      field('soon', ['In drei Monaten', 'In three months'], {
        flow: 1,
        takes: ['milestone'],
        example: ['Partner stehen fest', 'Partners are confirmed'],
      }),
      field('later', ['In einem Jahr', 'In a year'], {
        flow: 1,
        takes: ['milestone'],
        example: ['Probelauf in drei Kommunen', 'Trial in three municipalities'],
      }),
      field('far', ['Danach', 'After that'], {
        flow: 1,
        takes: ['milestone'],
        example: ['Für alle bereit', 'Ready for everybody'],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Meilensteine', 'Milestones']),
      instruction: words(['Was muss wann fertig sein?', 'What has to be ready when?']),
      minutes: 25,
      mode: { type: 'open' },
    },
    {
      title: words(['Prüfen', 'Checking']),
      instruction: words(['Wer kümmert sich? Ist das zu schaffen?', 'Who is in charge? Can it be done?']),
      minutes: 15,
      mode: { type: 'discuss' },
    },
  ],
  makes: ['milestone'],
  from: ['partnership', 'pitch'],
}
