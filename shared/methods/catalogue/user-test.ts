import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const userTest: Method = {
  key: 'user-test',
  phase: 'solution',
  name: words(['Nutzertest', 'User test']),
  what: words([
    'Menschen aus der Praxis probieren den Prototyp aus, Sie schauen zu.',
    'People who do the work try the prototype while you watch.',
  ]),
  why: words(['Fünf Tests zeigen die meisten Schwächen.', 'Five tests show most of the weaknesses.']),
  example: words([
    '„In Prüfung“ sagt ihr nichts. Sie sucht ein Datum.',
    '“Under review” tells her nothing. She looks for a date.',
  ]),
  hints: words([
    'Nicht helfen, nicht verteidigen. Gesehenes und Gefolgertes getrennt aufschreiben.',
    'Do not help, do not defend. Write down separately what you saw and what you conclude.',
  ]),
  page: {
    key: 'tests',
    phase: 'solution',
    name: words(['Tests', 'Tests']),
    instruction: words([
      'Führen Sie je Testperson ein Protokoll und trennen Sie Gesehenes von Gefolgertem.',
      'Keep one record per tester and separate what you saw from what you conclude.',
    ]),
    question: words([
      'Trägt unsere Idee, wenn Menschen sie ausprobieren?',
      'Does our idea hold up when people try it?',
    ]),
    fields: inRows([
      field('sessions', ['Testprotokolle', 'Test sessions'], {
        span: 8,
        takes: ['testSession'],
        example: ['Testperson 3 sucht das Datum.', 'Tester 3 looks for the date.'],
      }),
      field('learnings', ['Was wir lernen', 'What we learn'], {
        span: 4,
        takes: ['learning'],
        example: ['Das Datum gehört nach oben.', 'The date belongs at the top.'],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Testen', 'Testing']),
      instruction: words([
        'Eine Person testet, eine fragt, eine schreibt.',
        'One person tests, one asks, one writes.',
      ]),
      minutes: 40,
      mode: { type: 'open' },
    },
    {
      title: words(['Lernen', 'Learning']),
      instruction: words([
        'Was haben wir gelernt, und wie geht es weiter?',
        'What have we learned, and what comes next?',
      ]),
      minutes: 20,
      mode: { type: 'discuss' },
    },
  ],
  makes: ['testSession', 'learning'],
  from: ['prototype', 'testCard'],
}
