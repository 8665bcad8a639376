import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const partnershipMarket: Method = {
  key: 'partnership-market',
  phase: 'closing',
  name: words(['Partnerschaftsmarkt', 'Partnership market']),
  what: words([
    'Wer mitmachen will, sagt womit: Menschen, Geld, Technik. Und wie fest.',
    'Those who want to join say what they can contribute: people, money, technology. And how firm that is.',
  ]),
  why: words(['Aus Beifall wird Beteiligung.', 'Applause turns into participation.']),
  example: words([
    'Landkreis: Pilotkommune, eine halbe Stelle, Gremium muss noch zustimmen.',
    'District: pilot municipality, half a post, committee has yet to agree.',
  ]),
  hints: words([
    'Interesse ist kein Nein. Schreiben Sie auf, wer entscheidet und wann.',
    'Interest is not a no. Write down who decides and when.',
  ]),
  page: {
    key: 'partners',
    phase: 'closing',
    name: words(['Partnerschaften', 'Partnerships']),
    instruction: words([
      'Eine Karte je Partner: Rolle, Beitrag, wie fest.',
      'One card per partner: role, contribution, how firm.',
    ]),
    question: words(['Wer macht mit, womit und wie fest?', 'Who joins, with what, and how firm is it?']),
    fields: inRows([
      field('interest', ['Interesse', 'Interest'], {
        flow: 1,
        takes: ['partnership'],
        example: ['Landkreis', 'District'],
      }),
      field('pilot', ['Pilot', 'Pilot'], {
        flow: 1,
        takes: ['partnership'],
        example: ['Modellkommune', 'Model municipality'],
      }),
      field('promise', ['Zusage', 'Commitment'], {
        flow: 1,
        takes: ['partnership'],
        example: ['mit Datum', 'with a date'],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Angebote sammeln', 'Collecting offers']),
      instruction: words(['Was können Sie beitragen?', 'What can you contribute?']),
      minutes: 20,
      mode: { type: 'open' },
    },
    {
      title: words(['Verabreden', 'Agreeing']),
      instruction: words(['Wer entscheidet was bis wann?', 'Who decides what by when?']),
      minutes: 20,
      mode: { type: 'discuss' },
    },
  ],
  makes: ['partnership'],
  from: ['pitch', 'concept'],
}
