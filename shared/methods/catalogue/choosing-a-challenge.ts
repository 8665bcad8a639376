import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const choosingAChallenge: Method = {
  key: 'choosing-a-challenge',
  phase: 'kickoff',
  name: words(['Challenge-Wahl', 'Choosing the challenge']),
  what: words([
    'Die Gruppe entscheidet sich für die Frage, an der sie arbeitet.',
    'The group decides on the question it works on.',
  ]),
  why: words([
    'Wer gewählt hat, arbeitet an der eigenen Sache.',
    'People who have chosen work on something of their own.',
  ]),
  example: words([
    'Sieben Punkte für „Stand sichtbar machen“, vier für „Anhörungen abkürzen“.',
    'Seven dots for “make the status visible”, four for “shorten hearings”.',
  ]),
  hints: words([
    'Erst verstehen, dann wählen: Zu jeder Challenge dürfen zwei Fragen gestellt werden.',
    'Understand first, then choose: two questions may be asked about each challenge.',
  ]),
  page: {
    key: 'challenges',
    phase: 'kickoff',
    name: words(['Challenge-Wahl', 'Choosing the challenge']),
    instruction: words([
      'Lesen Sie die Challenges und stellen Sie Ihre Fragen.',
      'Read the challenges and ask your questions.',
    ]),
    question: words(['Woran wollen wir arbeiten?', 'What do we want to work on?']),
    fields: inRows(
      [
        field('candidates', ['Zur Wahl', 'To choose from'], {
          flow: 2,
          takes: ['challenge'],
          example: ['Challenge hierher bringen', 'bring a challenge here'],
        }),
      ],
      [
        field('chosen', ['Unsere Challenge', 'Our challenge'], {
          flow: 2,
          takes: ['challenge', 'decision'],
          example: ['die gewählte hierher ziehen', 'move the chosen one here'],
        }),
      ],
    ),
  },
  steps: [
    {
      title: words(['Vorstellen', 'Presenting']),
      instruction: words([
        'Jede Challenge wird in zwei Minuten vorgestellt.',
        'Each challenge is presented in two minutes.',
      ]),
      minutes: 12,
      mode: { type: 'present' },
    },
    {
      title: words(['Wählen', 'Choosing']),
      instruction: words([
        'Drei Punkte je Person, höchstens zwei auf eine Challenge.',
        'Three dots per person, at most two on one challenge.',
      ]),
      minutes: 8,
      mode: { type: 'vote', ballot: 'dots' },
    },
    {
      title: words(['Annehmen', 'Accepting']),
      instruction: words([
        'Können alle mit der gewählten Challenge arbeiten?',
        'Can everybody work with the chosen challenge?',
      ]),
      minutes: 10,
      mode: { type: 'discuss' },
    },
  ],
  makes: ['decision'],
  from: ['challenge'],
}
