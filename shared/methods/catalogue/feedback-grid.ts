import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const feedbackGrid: Method = {
  key: 'feedback-grid',
  phase: 'solution',
  name: words(['Feedback-Raster', 'Feedback grid']),
  what: words([
    'Rückmeldung in vier Ecken: gefällt mir, ich wünsche mir, ich frage mich, neue Ideen.',
    'Feedback in four corners: I like, I wish, I wonder, new ideas.',
  ]),
  why: words(['Freundlich und brauchbar zugleich.', 'Friendly and useful at the same time.']),
  example: words([
    'Ich wünsche mir: auch auf Papier lesbar.',
    'I wish: that it could be read on paper, too.',
  ]),
  hints: words([
    'Die Vorstellenden hören zu und bedanken sich nur.',
    'Those who present listen and only say thank you.',
  ]),
  page: {
    key: 'feedback',
    phase: 'solution',
    name: words(['Rückmeldungen', 'Feedback']),
    instruction: words([
      'Schreiben Sie in jede Ecke mindestens einen Satz.',
      'Write at least one sentence in every corner.',
    ]),
    question: words(['Was sagen andere dazu?', 'What do others say about it?']),
    fields: inRows([
      field('grids', ['Feedback', 'Feedback'], {
        flow: 2,
        takes: ['feedback'],
        example: ['Standlicht, zweite Fassung', 'Status light, second version'],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Vorstellen', 'Presenting']),
      instruction: words(['Fünf Minuten, ohne Rechtfertigung.', 'Five minutes, without defending anything.']),
      minutes: 5,
      mode: { type: 'present' },
    },
    {
      title: words(['Rückmeldung', 'Feedback']),
      instruction: words(['Schreiben Sie in alle vier Ecken.', 'Write in all four corners.']),
      minutes: 12,
      mode: { type: 'open' },
    },
  ],
  makes: ['feedback'],
  from: ['concept', 'prototype'],
}
