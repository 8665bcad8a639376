import { quadrants, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const effortAndBenefit: Method = {
  key: 'effort-and-benefit',
  phase: 'solution',
  name: words(['Aufwand-Nutzen', 'Effort and benefit']),
  what: words([
    'Ideen kommen in vier Felder: wenig oder viel Aufwand, wenig oder viel Nutzen.',
    'Ideas go into four quadrants: low or high effort, low or high benefit.',
  ]),
  why: words([
    'Das Gespräch über den Ort klärt, was gemeint ist.',
    'Talking about where an idea belongs makes clear what is meant.',
  ]),
  example: words([
    'Oben links: viel Nutzen, wenig Aufwand. Damit fangen wir an.',
    'Top left: high benefit, low effort. We start with these.',
  ]),
  hints: words([
    'Nutzen aus Sicht der Persona schätzen, Aufwand aus Sicht derer, die es bauen.',
    'Estimate the benefit from the persona’s point of view, the effort from the point of view of those who build it.',
  ]),
  page: {
    key: 'effort',
    phase: 'solution',
    name: words(['Aufwand und Nutzen', 'Effort and benefit']),
    instruction: words([
      'Legen Sie jede Idee dorthin, wo sie hingehört.',
      'Put every idea where it belongs.',
    ]),
    question: words(['Was bringt viel und kostet wenig?', 'What achieves a lot at little cost?']),
    fields: quadrants({
      top: { key: 'much-benefit', word: words(['viel Nutzen', 'much benefit']) },
      bottom: { key: 'little-benefit', word: words(['wenig Nutzen', 'little benefit']) },
      left: { key: 'little-effort', word: words(['wenig Aufwand', 'little effort']) },
      right: { key: 'much-effort', word: words(['viel Aufwand', 'much effort']) },
    }),
  },
  steps: [
    {
      title: words(['Einordnen', 'Placing']),
      instruction: words(['Legen Sie die Ideen in die Matrix.', 'Put the ideas into the matrix.']),
      minutes: 20,
      mode: { type: 'open' },
    },
    {
      title: words(['Auswählen', 'Choosing']),
      instruction: words(['Womit fangen wir an?', 'What do we start with?']),
      minutes: 10,
      mode: { type: 'discuss' },
    },
  ],
  makes: ['matrix'],
  from: ['idea'],
}
