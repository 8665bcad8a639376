import type { CardPile } from '../card.ts'
import { flashes, lookingBack, sessions } from '../topics/common.ts'
import type { Topic } from '../topics/topic.ts'
import { dayIn } from './preparation.ts'

/** Minutes, decisions, tasks, notes on the way and looking back. */
export function accompany(pile: CardPile, topic: Topic, until: (days: number) => string): void {
  const decisions = pile.some(topic.decisions).map((text, n) =>
    pile.add('decision', 'accompanying', {
      on: 'accompanying-decisions-decisions',
      fields: { text, owner: 'Gruppe', date: dayIn(n * 3), votesFor: 10 - (n % 3), votesAgainst: n % 3 },
      daysAgo: 60 - n * 7,
      status: 'agreed',
      led: true,
    }),
  )
  pile.some(sessions).forEach(([title, points], n) =>
    pile.add('minutes', 'accompanying', {
      on: 'accompanying-decisions-decisions',
      fields: {
        title: `${title}: ${topic.group}`,
        date: dayIn(n * 7),
        points: pile.items(points.map((text) => ({ text }))),
      },
      daysAgo: 77 - n * 20,
      led: true,
    }),
  )
  pile.some(topic.tasks).forEach((text, n) =>
    pile.add('task', 'accompanying', {
      on: 'accompanying-decisions-tasks',
      fields: {
        text,
        owner: ['Koordinierungsstelle', 'Kommunale Datenwerke', 'Testgruppe', 'Moderation'][n % 4]!,
        due: until(n * 4 - 20),
        state: n < 6 ? 'done' : n < 9 ? 'underway' : 'open',
      },
      daysAgo: 55 - n * 3,
      links: [['derivedFrom', decisions[n % decisions.length]]],
    }),
  )
  pile.some(topic.notes).forEach((text, n) =>
    pile.add('note', 'accompanying', {
      on: n % 2 ? 'accompanying-decisions-parking' : 'kickoff-team-questions',
      fields: { text, colour: ['yellow', 'blue', 'green', 'pink', 'violet', 'grey'][n % 6]! },
      daysAgo: 50 - n,
    }),
  )
  lookBack(pile)
}

function lookBack(pile: CardPile): void {
  pile.some(flashes).forEach((text, n) =>
    pile.add('note', 'accompanying', {
      on: `accompanying-retro-${n % 3 === 1 ? 'hard' : 'good'}`,
      fields: { text, colour: n % 3 === 1 ? 'pink' : 'green' },
      daysAgo: 6,
    }),
  )
  for (const [about, good, difficult, nextTime] of pile.some(lookingBack)) {
    pile.add('retro', 'accompanying', {
      on: 'accompanying-retro-next',
      fields: { about, good, difficult, nextTime },
      daysAgo: 5,
      led: true,
    })
  }
}
