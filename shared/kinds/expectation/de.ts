import type { TextsOf } from '../texts.ts'
import type { expectation as spec } from './spec.ts'

export const expectation = {
  label: 'Erwartung',
  plural: 'Erwartungen',
  hint: 'Was Sie hoffen oder befürchten.',
  empty: 'Erwartung ohne Text',
  fields: {
    text: {
      label: 'Ihre Erwartung',
      hint: 'Ein Satz genügt.',
      example: 'Am Ende nutzen zwei Kommunen dasselbe.',
    },
    leaning: { label: 'Hoffnung oder Befürchtung?', options: { hope: 'Hoffnung', fear: 'Befürchtung' } },
  },
} satisfies TextsOf<typeof spec>
