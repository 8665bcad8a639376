import { words } from '../layout.ts'
import type { Method } from '../method.ts'

export const dotVoting: Method = {
  key: 'dot-voting',
  phase: 'solution',
  name: words(['Punktabfrage', 'Dot voting']),
  what: words([
    'Alle verteilen Punkte, geheim und gleichzeitig.',
    'Everybody places dots, in secret and at the same time.',
  ]),
  why: words([
    'Aus vielen Ideen werden wenige, ohne dass die Lautesten entscheiden.',
    'Many ideas become few, and it is not the loudest who decide.',
  ]),
  example: words([
    'Drei Punkte je Person, höchstens zwei auf eine Idee.',
    'Three dots per person, at most two on one idea.',
  ]),
  hints: words([
    'Sagen Sie vorher, wonach gewählt wird. Gleichstand ist ein Ergebnis, kein Fehler.',
    'Say beforehand what people should base their choice on. A tie is a result, not a fault.',
  ]),
  page: null,
  steps: [
    {
      title: words(['Punkte verteilen', 'Placing dots']),
      instruction: words([
        'Drei Punkte, höchstens zwei auf eine Idee.',
        'Three dots, at most two on one idea.',
      ]),
      minutes: 6,
      mode: { type: 'vote', ballot: 'dots' },
    },
    {
      title: words(['Ergebnis besprechen', 'Discussing the result']),
      instruction: words([
        'Was überrascht? Was nehmen wir trotzdem mit?',
        'What is surprising? What do we keep anyway?',
      ]),
      minutes: 10,
      mode: { type: 'discuss' },
    },
  ],
  makes: ['decision'],
  from: ['idea', 'concept', 'cluster'],
}
