import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const persona: Method = {
  key: 'persona',
  phase: 'problem',
  name: words(['Persona', 'Persona']),
  what: words([
    'Sie erfinden zwei bis vier Menschen, die für viele stehen, und stützen jede Zeile auf O-Töne.',
    'You invent two to four people who stand for many and base every line on quotes.',
  ]),
  why: words([
    'Für einen Menschen mit Namen entwirft man anders als für „die Bürger“.',
    'You design differently for a person with a name than for “the citizens”.',
  ]),
  example: words([
    'Maren, Bürgerbüro, 23 Jahre im Amt: „Ich sehe nicht, bei wem er liegt.“',
    'Maren, citizens’ office, 23 years in office: “I cannot see who has it.”',
  ]),
  hints: words([
    'Keine Wunschbilder: Hindernisse gehören dazu. Fragen Sie bei jeder Zeile: Wer hat das gesagt?',
    'No ideal people: obstacles are part of them. For every line ask: who said that?',
  ]),
  page: {
    key: 'personas',
    phase: 'problem',
    name: words(['Personas', 'Personas']),
    instruction: words([
      'Beschreiben Sie zwei bis vier Menschen, die für viele stehen.',
      'Describe two to four people who stand for many.',
    ]),
    question: words(['Für wen lösen wir das Problem?', 'Who are we solving the problem for?']),
    tip: words(['Jede Zeile stützt sich auf O-Töne.', 'Every line is based on quotes.']),
    fields: inRows([
      field('personas', ['Personas', 'Personas'], {
        flow: 3,
        takes: ['persona'],
        example: ['Maren, Bürgerbüro', 'Maren, citizens’ office'],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Entwerfen', 'Drafting']),
      instruction: words(['In Zweiergruppen: je eine Persona.', 'In pairs: one persona each.']),
      minutes: 25,
      mode: { type: 'open' },
    },
    {
      title: words(['Vorstellen', 'Presenting']),
      instruction: words([
        'Stellen Sie Ihre Persona in der Ich-Form vor.',
        'Present your persona in the first person.',
      ]),
      minutes: 15,
      mode: { type: 'present' },
    },
  ],
  makes: ['persona'],
  from: ['cluster', 'insight', 'quote'],
}
