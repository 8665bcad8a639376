import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const retrospective: Method = {
  key: 'retrospective',
  phase: 'accompanying',
  name: words(['Rückblick', 'Retrospective']),
  what: words([
    'Die Gruppe schaut zurück: Was war gut, was schwierig, was machen wir beim nächsten Mal?',
    'The group looks back: what was good, what was difficult, what do we do next time?',
  ]),
  why: words([
    'Kleine Verbesserungen nach jeder Sitzung sparen am Ende Wochen.',
    'Small improvements after every meeting save weeks overall.',
  ]),
  example: words(['Nächstes Mal: zehn Minuten früher aufdecken.', 'Next time: reveal ten minutes earlier.']),
  hints: words([
    'Anonym sammeln, gemeinsam zwei Dinge auswählen, mehr nicht.',
    'Collect anonymously, choose two things together, no more.',
  ]),
  page: {
    key: 'retro',
    phase: 'accompanying',
    name: words(['Rückblick', 'Retrospective']),
    instruction: words([
      'Schreiben Sie in jedes Feld mindestens eine Karte.',
      'Write at least one card in every field.',
    ]),
    question: words(['Was behalten wir, was ändern wir?', 'What do we keep, what do we change?']),
    fields: inRows([
      field('good', ['Gut war', 'What was good'], {
        flow: 1,
        takes: ['note'],
        example: ['still schreiben', 'writing in silence'],
      }),
      field('hard', ['Schwierig war', 'What was difficult'], {
        flow: 1,
        takes: ['note'],
        example: ['zu viel auf einmal', 'too much at once'],
      }),
      field('next', ['Nächstes Mal', 'Next time'], {
        flow: 1,
        takes: ['retro', 'task', 'note'],
        example: ['früher aufdecken', 'reveal earlier'],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Still sammeln', 'Collecting silently']),
      instruction: words(['Was war gut, was schwierig?', 'What was good, what was difficult?']),
      minutes: 6,
      mode: { type: 'silent', authorship: 'anonymous' },
    },
    {
      title: words(['Verabreden', 'Agreeing']),
      instruction: words(['Zwei Dinge für das nächste Mal.', 'Two things for next time.']),
      minutes: 12,
      mode: { type: 'discuss' },
    },
  ],
  makes: ['retro', 'task'],
  from: [],
}
