import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const crazy8s: Method = {
  key: 'crazy-8s',
  phase: 'solution',
  name: words(['Crazy 8s', 'Crazy 8s']),
  what: words([
    'Acht Einfälle in acht Minuten, einer je Feld.',
    'Eight ideas in eight minutes, one per field.',
  ]),
  why: words([
    'Nach dem dritten Einfall gehen die naheliegenden aus. Dann wird es gut.',
    'After the third idea you run out of obvious ones. Then it gets interesting.',
  ]),
  example: words([
    'Feld 6: Aushang im Bürgerbüro: So lange dauert es diese Woche.',
    'Field 6: notice in the citizens’ office: this is how long it takes this week.',
  ]),
  hints: words([
    'Sagen Sie jede Minute an. Unfertiges zählt, Strichfiguren auch.',
    'Call out every minute. Unfinished ideas and stick figures count, too.',
  ]),
  page: {
    key: 'crazy8s',
    phase: 'solution',
    name: words(['Crazy 8s', 'Crazy 8s']),
    instruction: words(['Ein Einfall je Feld und Minute.', 'One idea per field and minute.']),
    question: words(['Was fällt Ihnen in acht Minuten ein?', 'What can you think of in eight minutes?']),
    fields: inRows([
      field('sheets', ['Blätter', 'Sheets'], {
        flow: 3,
        takes: ['crazy8'],
        example: ['eigenes Blatt anlegen', 'make a sheet of your own'],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Acht Minuten', 'Eight minutes']),
      instruction: words(['Füllen Sie acht Felder, eines je Minute.', 'Fill eight fields, one per minute.']),
      minutes: 8,
      mode: { type: 'open' },
    },
    {
      title: words(['Vorstellen', 'Presenting']),
      instruction: words(['Zeigen Sie Ihre zwei liebsten Felder.', 'Show your two favourite fields.']),
      minutes: 15,
      mode: { type: 'present' },
    },
  ],
  makes: ['crazy8', 'idea'],
  from: ['hmw'],
}
