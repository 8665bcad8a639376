import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const storyboard: Method = {
  key: 'storyboard',
  phase: 'solution',
  name: words(['Storyboard', 'Storyboard']),
  what: words([
    'Sie erzählen die Lösung als Bildergeschichte.',
    'You tell the solution as a story in pictures.',
  ]),
  why: words(['Ein Ablauf, den man sieht, lässt sich prüfen.', 'A process you can see can be checked.']),
  example: words([
    'Vier Bilder: Anruf, Blick auf den Stand, Auskunft, Aufatmen.',
    'Four pictures: call, look at the status, answer, relief.',
  ]),
  hints: words([
    'Strichfiguren genügen. Zeigen Sie Menschen, nicht Bildschirme.',
    'Stick figures are enough. Show people, not screens.',
  ]),
  page: {
    key: 'storyboards',
    phase: 'solution',
    name: words(['Storyboards', 'Storyboards']),
    instruction: words(['Vier bis sechs Bilder, je ein Satz.', 'Four to six pictures, one sentence each.']),
    question: words(['Was geschieht der Reihe nach?', 'What happens, step by step?']),
    fields: inRows([
      field('boards', ['Storyboards', 'Storyboards'], {
        flow: 2,
        takes: ['storyboard'],
        example: ['Maren weiß Bescheid', 'Maren knows'],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Zeichnen', 'Drawing']),
      instruction: words(['Vier Bilder, je ein Satz.', 'Four pictures, one sentence each.']),
      minutes: 20,
      mode: { type: 'open' },
    },
    {
      title: words(['Erzählen', 'Telling']),
      instruction: words(['Erzählen Sie Ihre Geschichte.', 'Tell your story.']),
      minutes: 10,
      mode: { type: 'present' },
    },
  ],
  makes: ['storyboard'],
  from: ['concept', 'persona'],
}
