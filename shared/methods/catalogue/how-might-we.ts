import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const howMightWe: Method = {
  key: 'how-might-we',
  phase: 'problem',
  name: words(['Wie-können-wir-Fragen', 'How-might-we questions']),
  what: words([
    'Aus dem Standpunkt werden Fragen, zu denen vielen etwas einfällt.',
    'The point of view becomes questions that give many people ideas.',
  ]),
  why: words(['Eine Frage öffnet, eine Aufgabe schließt.', 'A question opens, a task closes.']),
  example: words([
    'Wie können wir den Stand sichtbar machen, ohne dass ihn jemand nachträgt?',
    'How might we make the status visible without anybody having to enter it?',
  ]),
  hints: words([
    'Drehen Sie den Standpunkt: das Gute verstärken, das Schlechte weglassen, Annahmen umkehren.',
    'Turn the point of view around: strengthen the good, leave out the bad, reverse assumptions.',
  ]),
  page: {
    key: 'questions',
    phase: 'problem',
    name: words(['Wie können wir …?', 'How might we …?']),
    instruction: words([
      'Eine Frage je Karte. Sie beginnt mit: Wie können wir …',
      'One question per card. It begins with: how might we …',
    ]),
    question: words(['Welche Fragen führen zu Ideen?', 'Which questions lead to ideas?']),
    fields: inRows([
      field('questions', ['Fragen', 'Questions'], {
        span: 8,
        takes: ['hmw'],
        example: [
          '… den Stand zeigen, ohne dass ihn jemand nachträgt?',
          '… show the status without anybody entering it?',
        ],
      }),
      field('best', ['Damit fangen wir an', 'We start with these'], {
        span: 4,
        takes: ['hmw'],
        example: ['eine Frage hierher ziehen', 'move a question here'],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Still fragen', 'Asking silently']),
      instruction: words([
        'Schreiben Sie so viele Fragen wie möglich.',
        'Write as many questions as you can.',
      ]),
      minutes: 8,
      mode: { type: 'silent', authorship: 'named' },
    },
    {
      title: words(['Zuschnitt prüfen', 'Checking the scope']),
      instruction: words(['Zu eng, passend, zu weit?', 'Too narrow, about right, too broad?']),
      minutes: 12,
      mode: { type: 'discuss' },
    },
    {
      title: words(['Auswählen', 'Choosing']),
      instruction: words(['Drei Punkte je Person.', 'Three dots per person.']),
      minutes: 6,
      mode: { type: 'vote', ballot: 'dots' },
    },
  ],
  makes: ['hmw'],
  from: ['pov', 'insight', 'journey'],
}
