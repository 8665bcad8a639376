import type { CardPile } from '../card.ts'
import { fears, flashes, hopes, likes, wishes, wonders } from '../topics/common.ts'
import type { Topic } from '../topics/topic.ts'

const goals = [
  'Drei Lösungen, die im Herbst in mindestens zwei Kommunen benutzt werden.',
  'Kleine Gemeinden sitzen nicht am Rand, sondern fangen an.',
  'Wir reden mit den Menschen, um die es geht, bevor wir etwas bauen.',
]

const brought = [
  'Zwanzig Jahre am Schalter.',
  'Einen Schlüssel für den Serverraum und gute Laune.',
  'Fragen. Sehr viele Fragen.',
  'Erfahrung mit zwei Projekten, die nicht fertig wurden.',
  'Ein Talent für kurze Sätze.',
  'Kuchen, jeden zweiten Donnerstag.',
]

const common = [
  'In allen Gruppen geht es um Auskunft, kaum um Technik.',
  'Überall fehlt jemand, der früh etwas sagen darf.',
  'Dieselben drei Hersteller, dieselben drei Wünsche.',
]

const asked = [
  'Wie habt ihr die Eltern erreicht?',
  'Darf das gelbe Blatt auch für Wohngeld gelten?',
  'Wer von euch hat schon mit dem Datenschutz gesprochen?',
]

const next = [
  'Wiedersehen in sechs Monaten, Kuchen bringt jede Gruppe selbst mit.',
  'Monatliche Viertelstunde der drei Pilotkommunen.',
  'Die Texte wandern in eine gemeinsame Sammlung.',
]

/** What the groups brought together: goals, questions, insights, feedback, commitments. */
export function meetInPlenum(
  pile: CardPile,
  topics: readonly Topic[],
  until: (days: number) => string,
): void {
  const notes = (
    on: string,
    phase: Parameters<CardPile['add']>[1],
    texts: readonly string[],
    daysAgo: number,
  ) => {
    texts.forEach((text, n) =>
      pile.add('note', phase, {
        on,
        fields: { text, colour: ['yellow', 'blue', 'green'][n % 3]! },
        daysAgo,
      }),
    )
  }
  notes('preparation-challenges-goals', 'preparation', goals, 95)
  for (const { challenge } of topics) {
    pile.add('challenge', 'preparation', {
      on: 'preparation-challenges-challenges',
      fields: { ...challenge },
      daysAgo: 90,
      status: 'final',
      led: true,
    })
  }
  notes('kickoff-welcome-brought', 'kickoff', pile.some(brought), 77)
  notes('kickoff-welcome-hopes', 'kickoff', pile.some(hopes).slice(-5).map(plainly), 77)
  notes(
    'kickoff-welcome-interest',
    'kickoff',
    topics.map(({ group }) => group),
    77,
  )
  for (const { patterns } of topics) {
    for (const { insight } of patterns.slice(0, pile.extent.patterns).slice(0, 3)) {
      pile.add('insight', 'problem', { on: 'problem-insights-insights', fields: { ...insight }, daysAgo: 54 })
    }
  }
  notes('problem-insights-common', 'problem', common, 54)
  notes('problem-insights-questions', 'problem', asked, 54)
  notes('solution-gallery-like', 'solution', likes, 25)
  notes('solution-gallery-wish', 'solution', wishes, 25)
  notes('solution-gallery-wonder', 'solution', wonders, 25)
  notes('closing-conference-commitments', 'closing', promises(topics), 3)
  notes('closing-conference-questions', 'closing', pile.some(fears).slice(-3).map(plainly), 3)
  notes('closing-conference-next', 'closing', next, 3)
  pile.add('task', 'accompanying', {
    on: 'accompanying-decisions-tasks',
    fields: {
      text: 'Termin für das Wiedersehen abstimmen',
      owner: 'Koordinierungsstelle',
      due: until(14),
      state: 'open',
    },
    daysAgo: 3,
    led: true,
  })
  notes('accompanying-retro-good', 'accompanying', pile.some(flashes).slice(0, 4), 2)
}

const promises = (topics: readonly Topic[]) =>
  topics.flatMap(({ partners, group }) =>
    partners
      .filter(({ commitment }) => commitment === 'promise')
      .map(({ partner, partnerRole }) => `${partner}: ${partnerRole} („${group}“)`),
  )

const plainly = (text: string) => text.replaceAll('{thema}', 'unsere Themen')
