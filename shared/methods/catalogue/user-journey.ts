import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const userJourney: Method = {
  key: 'user-journey',
  phase: 'problem',
  name: words(['Nutzerreise', 'User journey']),
  what: words([
    'Schritt für Schritt halten Sie fest, was eine Person erlebt und wie es sich anfühlt.',
    'Step by step, you note what a person goes through and how it feels.',
  ]),
  why: words([
    'Medienbrüche und Tiefpunkte werden sichtbar, und mit ihnen die Chancen.',
    'Changes of medium and low points become visible, and with them the opportunities.',
  ]),
  example: words([
    'Yusuf will ein Carport bauen: sechs Schritte, drei Medienbrüche.',
    'Yusuf wants to build a carport: six steps, three changes of medium.',
  ]),
  hints: words([
    'Vom Ende her denken hilft: Woran merkt die Person, dass es vorbei ist?',
    'It helps to start from the end: how does the person know that it is over?',
  ]),
  page: {
    key: 'journey',
    phase: 'problem',
    name: words(['Nutzerreise', 'User journey']),
    instruction: words([
      'Schreiben Sie die Schritte auf, in der Reihenfolge, in der sie geschehen.',
      'Write down the steps in the order in which they happen.',
    ]),
    question: words([
      'Was erlebt die Person von Anfang bis Ende?',
      'What does the person experience from beginning to end?',
    ]),
    fields: inRows([
      field('journeys', ['Nutzerreisen', 'User journeys'], {
        flow: 1,
        takes: ['journey'],
        example: ['Yusuf will ein Carport bauen', 'Yusuf wants to build a carport'],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Schritte sammeln', 'Collecting steps']),
      instruction: words(['Was passiert zuerst, was danach?', 'What happens first, what next?']),
      minutes: 20,
      mode: { type: 'open' },
    },
    {
      title: words(['Gefühl und Brüche', 'Feelings and changes of medium']),
      instruction: words([
        'Wie fühlt sich jeder Schritt an? Wo bricht das Medium?',
        'How does each step feel? Where does the medium change?',
      ]),
      minutes: 15,
      mode: { type: 'open' },
    },
    {
      title: words(['Chancen', 'Opportunities']),
      instruction: words(['Wo lohnt es sich anzusetzen?', 'Where is it worth stepping in?']),
      minutes: 10,
      mode: { type: 'discuss' },
    },
  ],
  makes: ['journey'],
  from: ['persona', 'interview'],
}
