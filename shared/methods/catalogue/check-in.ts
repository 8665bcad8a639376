import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const checkIn: Method = {
  key: 'check-in',
  phase: 'kickoff',
  name: words(['Check-in', 'Check-in']),
  what: words([
    'Alle beantworten eine kurze Frage zum Ankommen.',
    'Everybody answers a short question to start with.',
  ]),
  why: words([
    'Wer einmal etwas gesagt hat, sagt auch später etwas.',
    'People who have spoken once will speak again later.',
  ]),
  example: words([
    'Wie kommen Sie heute an? Von 1 (müde) bis 5 (wach), dazu ein Wort.',
    'How are you feeling today? From 1 (tired) to 5 (awake), and one word.',
  ]),
  hints: words([
    'Fangen Sie selbst an, kurz. Niemand muss etwas erklären.',
    'Start yourself, briefly. Nobody has to explain anything.',
  ]),
  page: {
    key: 'checkin',
    phase: 'kickoff',
    name: words(['Check-in', 'Check-in']),
    instruction: words([
      'Wählen Sie eine Zahl und, wenn Sie mögen, ein Wort.',
      'Choose a number and, if you like, a word.',
    ]),
    question: words(['Wie kommen Sie heute an?', 'How are you feeling today?']),
    fields: inRows([
      field('checkin', ['Check-in', 'Check-in'], {
        flow: 4,
        takes: ['checkin'],
        example: ['Wie kommen Sie heute an?', 'How are you feeling today?'],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Ankommen', 'Arriving']),
      instruction: words([
        'Wählen Sie eine Zahl von 1 bis 5 und, wenn Sie mögen, ein Wort.',
        'Choose a number from 1 to 5 and, if you like, a word.',
      ]),
      minutes: 8,
      mode: { type: 'open' },
    },
  ],
  makes: ['checkin'],
  from: [],
}
