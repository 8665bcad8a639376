import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const teamCanvas: Method = {
  key: 'team-canvas',
  phase: 'kickoff',
  name: words(['Team-Canvas', 'Team canvas']),
  what: words([
    'Die Gruppe hält fest, wozu sie da ist, was jede Person mitbringt und welche Regeln gelten.',
    'The group notes why it exists, what everybody contributes and which rules apply.',
  ]),
  why: words([
    'Was am Anfang ausgesprochen wird, muss später nicht geklärt werden.',
    'What is said at the start does not have to be sorted out later.',
  ]),
  example: words(['Spielregel: Fragen vor Antworten.', 'Rule: questions before answers.']),
  hints: words([
    'Beginnen Sie mit den persönlichen Zielen, jede Person für sich. Die Regeln kommen zuletzt.',
    'Start with personal goals, each person alone. The rules come last.',
  ]),
  page: {
    key: 'team',
    phase: 'kickoff',
    name: words(['Team-Canvas', 'Team canvas']),
    instruction: words([
      'Füllen Sie die Felder gemeinsam aus und sprechen Sie über Unterschiede.',
      'Fill in the fields together and talk about where you differ.',
    ]),
    question: words([
      'Wer sind wir, und wie arbeiten wir zusammen?',
      'Who are we, and how do we work together?',
    ]),
    tip: words([
      'Persönliche Ziele sind erwünscht, auch eigennützige.',
      'Personal goals are welcome, selfish ones too.',
    ]),
    fields: inRows([
      field('canvas', ['Unser Team-Canvas', 'Our team canvas'], {
        span: 8,
        flow: 1,
        takes: ['teamCanvas'],
        example: ['Team-Canvas anlegen', 'make a team canvas'],
      }),
      field('questions', ['Offene Fragen', 'Open questions'], {
        span: 4,
        takes: ['note', 'parking'],
        example: ['Wer vertritt wen?', 'Who stands in for whom?'],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Still nachdenken', 'Thinking silently']),
      instruction: words([
        'Was möchten Sie selbst mitnehmen? Was brauchen Sie dafür?',
        'What do you want to get out of this? What do you need for it?',
      ]),
      minutes: 8,
      mode: { type: 'silent', authorship: 'named' },
    },
    {
      title: words(['Zusammentragen', 'Bringing together']),
      instruction: words(['Füllen Sie die Felder gemeinsam.', 'Fill in the fields together.']),
      minutes: 22,
      mode: { type: 'open' },
    },
  ],
  makes: ['teamCanvas'],
  from: [],
}
