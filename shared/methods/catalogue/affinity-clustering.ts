import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const affinityClustering: Method = {
  key: 'affinity-clustering',
  phase: 'problem',
  name: words(['Muster bilden (Affinity Clustering)', 'Affinity clustering']),
  what: words([
    'Karten, die dasselbe sagen, wandern zusammen. Jedes Bündel bekommt einen Satz als Namen.',
    'Cards that say the same thing move together. Every group of cards gets a sentence as its name.',
  ]),
  why: words([
    'Aus vielen Einzelstimmen wird ein Muster, das trägt.',
    'Many single voices become a pattern you can rely on.',
  ]),
  example: words([
    '„Niemandem gehört der Stand“: 14 O-Töne aus 6 Interviews.',
    '“Nobody owns the status”: 14 quotes from 6 interviews.',
  ]),
  hints: words([
    'Erst schweigend ordnen, dann benennen. Was nirgends passt, bleibt liegen: Es ist oft das Wichtigste.',
    'Sort in silence first, then name. Leave what fits nowhere: it is often what matters most.',
  ]),
  page: {
    key: 'clusters',
    phase: 'problem',
    name: words(['Muster & Erkenntnisse', 'Patterns & insights']),
    instruction: words([
      'Legen Sie zusammen, was vom Gleichen erzählt, und geben Sie jedem Muster einen Namen.',
      'Put together what is about the same thing and name every pattern.',
    ]),
    question: words([
      'Was erzählen viele, ohne sich abgesprochen zu haben?',
      'What do many people say without having talked about it?',
    ]),
    tip: words(['Ein Satz als Name, kein Schlagwort.', 'Use a sentence as a name, not a catchword.']),
    fields: inRows([
      field('patterns', ['Muster', 'Patterns'], {
        span: 8,
        flow: 2,
        takes: ['cluster', 'quote', 'observation'],
        example: ['Niemandem gehört der Stand', 'Nobody owns the status'],
      }),
      field('insights', ['Erkenntnisse', 'Insights'], {
        span: 4,
        takes: ['insight'],
        example: [
          'Nicht die Dauer verärgert, sondern die Stille.',
          'It is not the time it takes that annoys, but the silence.',
        ],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Schweigend ordnen', 'Sorting in silence']),
      instruction: words([
        'Legen Sie zusammen, was zusammengehört. Ohne zu reden.',
        'Put together what belongs together. Without talking.',
      ]),
      minutes: 15,
      mode: { type: 'open' },
    },
    {
      title: words(['Benennen', 'Naming']),
      instruction: words(['Ein Satz je Muster.', 'One sentence per pattern.']),
      minutes: 15,
      mode: { type: 'open' },
    },
    {
      title: words(['Erkenntnisse', 'Insights']),
      instruction: words([
        'Was lernen wir daraus? Was überrascht?',
        'What do we learn from it? What is surprising?',
      ]),
      minutes: 15,
      mode: { type: 'discuss' },
    },
  ],
  makes: ['cluster', 'insight'],
  from: ['quote', 'observation', 'note'],
}
