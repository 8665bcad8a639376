import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const prototype: Method = {
  key: 'prototype',
  phase: 'solution',
  name: words(['Prototyp', 'Prototype']),
  what: words([
    'Sie bauen das Einfachste, woran sich die wichtigste Annahme prüfen lässt.',
    'You build the simplest thing that can test the most important assumption.',
  ]),
  why: words([
    'Was man anfassen kann, muss man nicht erklären.',
    'What people can touch does not need explaining.',
  ]),
  example: words([
    'Drei Papierkarten: angenommen, in Prüfung, fertig.',
    'Three paper cards: received, under review, done.',
  ]),
  hints: words([
    'Erst die Testkarte, dann bauen. Hässlich ist erlaubt.',
    'Test card first, then build. It may be ugly.',
  ]),
  page: {
    key: 'prototypes',
    phase: 'solution',
    name: words(['Prototypen', 'Prototypes']),
    instruction: words([
      'Schreiben Sie zuerst eine Testkarte, dann bauen Sie das Einfachste.',
      'Write a test card first, then build the simplest thing.',
    ]),
    question: words(['Was müssen wir bauen, um zu lernen?', 'What do we need to build in order to learn?']),
    fields: inRows([
      field('assumptions', ['Was wir prüfen', 'What we test'], {
        span: 4,
        takes: ['testCard'],
        example: ['Wir glauben, dass …', 'We believe that …'],
      }),
      field('prototypes', ['Prototypen', 'Prototypes'], {
        span: 8,
        flow: 2,
        takes: ['prototype'],
        example: ['Papierkarten, Fassung 1', 'Paper cards, version 1'],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Annahme wählen', 'Choosing an assumption']),
      instruction: words(['Woran hängt alles?', 'What does everything depend on?']),
      minutes: 10,
      mode: { type: 'discuss' },
    },
    {
      title: words(['Bauen', 'Building']),
      instruction: words(['Bauen Sie das Einfachste.', 'Build the simplest thing.']),
      minutes: 40,
      mode: { type: 'open' },
    },
  ],
  makes: ['prototype', 'testCard'],
  from: ['concept', 'storyboard'],
}
