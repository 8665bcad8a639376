import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const expectations: Method = {
  key: 'expectations',
  phase: 'kickoff',
  name: words(['Erwartungen', 'Expectations']),
  what: words([
    'Alle schreiben auf, was sie hoffen und was sie befürchten.',
    'Everybody writes down what they hope and what they fear.',
  ]),
  why: words([
    'Befürchtungen, die auf dem Tisch liegen, bremsen nicht mehr heimlich.',
    'Fears that are out in the open no longer get in the way in secret.',
  ]),
  example: words([
    'Hoffnung: Am Ende nutzen zwei Kommunen dasselbe.',
    'Hope: in the end two municipalities use the same thing.',
  ]),
  hints: words([
    'Anonym schreiben lassen. Nichts widerlegen, nur ordnen und fragen: Was können wir dafür tun?',
    'Let people write anonymously. Do not argue, only sort and ask: what can we do about it?',
  ]),
  page: {
    key: 'expectations',
    phase: 'kickoff',
    name: words(['Erwartungen', 'Expectations']),
    instruction: words([
      'Schreiben Sie je Karte eine Hoffnung oder eine Befürchtung. Ein Satz genügt.',
      'Write one hope or one fear per card. One sentence is enough.',
    ]),
    question: words(['Was hoffen wir, was befürchten wir?', 'What do we hope, what do we fear?']),
    fields: inRows([
      field('hopes', ['Hoffnungen', 'Hopes'], {
        takes: ['expectation'],
        example: ['Wir nutzen am Ende dasselbe.', 'In the end we use the same thing.'],
      }),
      field('fears', ['Befürchtungen', 'Fears'], {
        takes: ['expectation'],
        example: ['Es bleibt bei bunten Zetteln.', 'It ends with coloured notes.'],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Still schreiben', 'Writing silently']),
      instruction: words([
        'Schreiben Sie Hoffnungen und Befürchtungen, je eine Karte.',
        'Write hopes and fears, one per card.',
      ]),
      minutes: 7,
      mode: { type: 'silent', authorship: 'anonymous' },
    },
    {
      title: words(['Lesen und fragen', 'Reading and asking']),
      instruction: words([
        'Was fällt auf? Was können wir dafür tun?',
        'What stands out? What can we do about it?',
      ]),
      minutes: 13,
      mode: { type: 'discuss' },
    },
  ],
  makes: ['expectation'],
  from: [],
}
