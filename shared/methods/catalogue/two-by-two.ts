import { quadrants, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const twoByTwo: Method = {
  key: 'two-by-two',
  phase: 'preparation',
  name: words(['2×2-Matrix', '2×2 matrix']),
  what: words([
    'Sie legen O-Töne in ein Feld aus zwei Achsen, etwa strategisch – operativ und technologisch – organisatorisch.',
    'You place quotes on two axes, such as strategic – operational and technological – organisational.',
  ]),
  why: words([
    'Man sieht auf einen Blick, wo sich Probleme häufen.',
    'You see at a glance where problems gather.',
  ]),
  example: words([
    'Oben rechts sammelt sich: „Niemandem gehört der Stand.“',
    'What gathers at the top right: “Nobody owns the status.”',
  ]),
  hints: words([
    'Nicht über den genauen Ort streiten: Die Häufung zählt. Geben Sie am Ende jedem Feld einen Namen.',
    'Do not argue about the exact place: what counts is where they gather. At the end, name every quadrant.',
  ]),
  page: {
    key: 'matrix',
    phase: 'preparation',
    name: words(['2×2-Matrix', '2×2 matrix']),
    instruction: words([
      'Ziehen Sie jeden O-Ton dorthin, wo er am besten passt.',
      'Move every quote to where it fits best.',
    ]),
    question: words(['Wo drückt es am meisten?', 'Where does it hurt most?']),
    tip: words([
      'Liegt etwas auf der Grenze, entscheiden Sie sich für eine Seite.',
      'If something is on the border, choose one side.',
    ]),
    fields: quadrants({
      top: { key: 'strategic', word: words(['strategisch', 'strategic']) },
      bottom: { key: 'operational', word: words(['operativ', 'operational']) },
      left: { key: 'technological', word: words(['technologisch', 'technological']) },
      right: { key: 'organisational', word: words(['organisatorisch', 'organisational']) },
    }),
  },
  steps: [
    {
      title: words(['Einordnen', 'Placing']),
      instruction: words(['Ziehen Sie die O-Töne in die Matrix.', 'Move the quotes into the matrix.']),
      minutes: 25,
      mode: { type: 'open' },
    },
    {
      title: words(['Felder benennen', 'Naming the quadrants']),
      instruction: words([
        'Was sagt jedes Feld in einem Satz?',
        'What does each quadrant say in one sentence?',
      ]),
      minutes: 20,
      mode: { type: 'discuss' },
    },
  ],
  makes: ['matrix'],
  from: ['quote', 'observation'],
}
