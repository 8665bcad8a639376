import type { CardPile } from '../card.ts'
import { fears, hopes, moods, parked } from '../topics/common.ts'
import type { Topic } from '../topics/topic.ts'

/** Check-in, team canvas, hopes and fears, what has to wait. */
export function begin(pile: CardPile, topic: Topic, groupIndex: number): void {
  const turned = <Entry>(list: readonly Entry[]) =>
    pile.some(list.map((_, n) => list[(n + groupIndex * 8) % list.length]!).slice(0, 20))
  const said = (text: string) => text.replaceAll('{thema}', `das Thema ${topic.subject}`)
  pile.add('checkin', 'kickoff', {
    on: 'kickoff-checkin-checkin',
    fields: {
      question: 'Mit welchem Wetter sind Sie heute da?',
      scaleLow: 'Nebel',
      scaleHigh: 'Sonne',
      answers: pile.items(moods.map(([mood, word]) => ({ mood, word }))),
    },
    daysAgo: 77,
    led: true,
  })
  pile.add('teamCanvas', 'kickoff', {
    on: 'kickoff-team-canvas',
    fields: { ...topic.team },
    daysAgo: 76,
    status: 'agreed',
  })
  for (const [list, leaning, field] of [
    [hopes, 'hope', 'hopes'],
    [fears, 'fear', 'fears'],
  ] as const) {
    for (const text of turned(list)) {
      pile.add('expectation', 'kickoff', {
        on: `kickoff-expectations-${field}`,
        fields: { text: said(text), leaning },
        daysAgo: 76,
      })
    }
  }
  for (const [text, owner] of pile.some(parked)) {
    pile.add('parking', 'kickoff', {
      on: 'kickoff-team-questions',
      fields: { text, owner },
      daysAgo: 75,
    })
  }
}
