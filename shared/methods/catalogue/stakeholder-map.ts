import { field, inRows, words } from '../layout.ts'
import type { Method } from '../method.ts'

export const stakeholderMap: Method = {
  key: 'stakeholder-map',
  phase: 'preparation',
  name: words(['Akteurslandkarte', 'Stakeholder map']),
  what: words([
    'Sie sammeln, wer mitredet, hilft oder bremst, und ordnen nach Einfluss und Interesse.',
    'You collect who has a say, helps or hinders, and sort by influence and interest.',
  ]),
  why: words(['Wer zu spät gefragt wird, sagt oft Nein.', 'People who are asked too late often say no.']),
  example: words([
    'Personalrat: Einfluss hoch, noch abwartend. Früh zeigen, was nicht gemessen wird.',
    'Staff council: high influence, still waiting. Show early what will not be measured.',
  ]),
  hints: words([
    'Schreiben Sie Stellen und Gruppen auf, keine Einzelpersonen. Haltungen ändern sich: später noch einmal ansehen.',
    'Write down offices and groups, not individuals. Attitudes change: look again later.',
  ]),
  page: {
    key: 'stakeholders',
    phase: 'preparation',
    name: words(['Akteurslandkarte', 'Stakeholder map']),
    instruction: words([
      'Eine Stelle oder Gruppe je Karte, mit Einfluss, Interesse und Haltung.',
      'One office or group per card, with influence, interest and attitude.',
    ]),
    question: words(['Wer redet mit, wer hilft, wer bremst?', 'Who has a say, who helps, who hinders?']),
    tip: words([
      'Denken Sie auch an die, die nie gefragt werden.',
      'Think also of those who are never asked.',
    ]),
    fields: inRows([
      field('near', ['Früh einbeziehen', 'Involve early'], {
        takes: ['stakeholder'],
        example: ['Personalrat', 'Staff council'],
      }),
      field('inform', ['Auf dem Laufenden halten', 'Keep informed'], {
        takes: ['stakeholder'],
        example: ['Nachbarkommunen', 'Neighbouring municipalities'],
      }),
    ]),
  },
  steps: [
    {
      title: words(['Still sammeln', 'Collecting silently']),
      instruction: words([
        'Schreiben Sie jede Stelle auf eine eigene Karte.',
        'Write every office on a card of its own.',
      ]),
      minutes: 10,
      mode: { type: 'silent', authorship: 'named' },
    },
    {
      title: words(['Einschätzen', 'Judging']),
      instruction: words([
        'Einfluss, Interesse und Haltung gemeinsam festlegen.',
        'Agree on influence, interest and attitude together.',
      ]),
      minutes: 25,
      mode: { type: 'open' },
    },
  ],
  makes: ['stakeholder'],
  from: [],
}
