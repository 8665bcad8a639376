import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const galleryWalk: Method = {
  key: 'gallery-walk',
  phase: 'closing',
  name: words(['Galerie-Rundgang', 'Gallery walk']),
  what: words([
    'Alle sehen sich an, was die anderen gemacht haben, und hinterlassen Rückmeldungen.',
    'Everybody looks at what the others have made and leaves feedback.',
  ]),
  why: words([
    'Fremde Augen sehen, woran man vorbeigelaufen ist.',
    'Other people see what you have overlooked.',
  ]),
  example: words([
    'Ich frage mich: Wer pflegt die drei Zustände?',
    'I wonder: who keeps the three states up to date?',
  ]),
  hints: words([
    'Sechs Minuten je Halt. Erst lesen, dann schreiben.',
    'Six minutes per stop. Read first, then write.',
  ]),
  page: {
    key: 'gallery',
    phase: 'closing',
    name: words(['Galerie', 'Gallery']),
    instruction: words([
      'Lesen Sie in Ruhe und schreiben Sie, was Sie bewegt.',
      'Take your time to read, then write what strikes you.',
    ]),
    question: words(['Was nehmen wir von den anderen mit?', 'What do we learn from the others?']),
    fields: inRows(
      [
        field('works', ['Ausgestellt', 'On show'], {
          flow: 2,
          takes: ['concept', 'prototype', 'pitch'],
          example: ['Konzept hierher bringen', 'bring a concept here'],
        }),
      ],
      [
        field('comments', ['Rückmeldungen', 'Feedback'], {
          takes: ['feedback', 'note'],
          example: ['Ich frage mich: Wer pflegt das?', 'I wonder: who maintains this?'],
        }),
      ],
    ),
  },
  steps: [
    {
      title: words(['Rundgang', 'Walking around']),
      instruction: words(['Sechs Minuten je Halt.', 'Six minutes per stop.']),
      minutes: 24,
      mode: { type: 'open' },
    },
    {
      title: words(['Ernte', 'What we keep']),
      instruction: words(['Was ändern wir?', 'What do we change?']),
      minutes: 12,
      mode: { type: 'discuss' },
    },
  ],
  makes: ['feedback'],
  from: ['concept', 'prototype', 'pitch'],
}
