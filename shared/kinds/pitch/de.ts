import type { TextsOf } from '../texts.ts'
import type { pitch as spec } from './spec.ts'

export const pitch = {
  label: 'Pitch',
  plural: 'Pitches',
  hint: 'Ihre Lösung in drei Minuten: vier Teile und eine Bitte.',
  empty: 'Pitch ohne Titel',
  face: { ask: 'Unsere Bitte:' },
  fields: {
    title: { label: 'Titel', example: 'Standlicht' },
    need: { label: 'Bedarf', hint: 'Wer hat welches Problem?' },
    approach: { label: 'Ansatz', hint: 'Was tun wir?' },
    benefitPerCost: { label: 'Nutzen und Kosten', hint: 'Was bringt es, was kostet es?' },
    alternatives: { label: 'Alternativen', hint: 'Was gäbe es sonst, und warum ist dies besser?' },
    ask: {
      label: 'Unsere Bitte',
      hint: 'Was brauchen Sie von den Zuhörenden?',
      example: 'drei Kommunen für einen Probelauf',
    },
  },
} satisfies TextsOf<typeof spec>
