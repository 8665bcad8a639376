import { CardPile, type Extent, type SampleCard } from './card.ts'
import { accompany } from './chapters/accompanying.ts'
import { close } from './chapters/closing.ts'
import { begin } from './chapters/kickoff.ts'
import { meetInPlenum } from './chapters/plenum.ts'
import { prepare } from './chapters/preparation.ts'
import { understand } from './chapters/problem.ts'
import { solve } from './chapters/solution.ts'
import { people, type Person } from './people.ts'
import { buildingPermits } from './topics/building-permits.ts'
import { childcarePlaces } from './topics/childcare-places.ts'
import { housingBenefit } from './topics/housing-benefit.ts'
import type { Topic } from './topics/topic.ts'

/**
 * A workshop to look at, in German: `small` for a tour of ten minutes, with one group; `large` as a programme is at its
 * end, with three groups, 36 people and some 1,500 cards. Nothing in it exists outside of it.
 */
export interface WorkshopSample {
  title: string
  /** Everybody but whoever founds it. */
  people: readonly Person[]
  /** The plenum first. */
  groups: readonly SampleGroup[]
}

export interface SampleGroup {
  kind: 'plenum' | 'project'
  name: string
  /** Indices into the sample's people: who `SampleCard.by` counts. */
  writers: readonly number[]
  /** In the order in which they were written: what a card lies on or points at comes before it. */
  cards: readonly SampleCard[]
}

export type SampleSize = 'small' | 'large'

const topics: readonly Topic[] = [housingBenefit, buildingPermits, childcarePlaces]

const sizes: Record<SampleSize, { title: string; groups: number; extent: Extent }> = {
  small: {
    title: 'Beispielwerkstatt: Wohngeld ohne Warteschleife',
    groups: 1,
    extent: { patterns: 3, interviews: 5, ideasOfPattern: 4, share: 0.3 },
  },
  large: {
    title: 'Strategiewerkstatt Antragswege (Beispiel)',
    groups: topics.length,
    extent: { patterns: 8, interviews: 10, ideasOfPattern: 10, share: 1 },
  },
}

/** @param now milliseconds since the Unix epoch; the sample's workshop ended a few days before */
export function workshopSample(size: SampleSize, now: number): WorkshopSample {
  const { title, groups, extent } = sizes[size]
  const chosen = topics.slice(0, groups)
  const present = people.filter(({ group }) => group === null || group < groups)
  const writersOf = (group: number | null) =>
    present.flatMap((person, n) =>
      person.role === 'participant' && (group === null || person.group === group) ? [n] : [],
    )
  const until = (days: number) => new Date(now + days * 86_400_000).toISOString().slice(0, 10)
  return {
    title,
    people: present,
    groups: [
      {
        kind: 'plenum',
        name: 'Plenum',
        writers: writersOf(null),
        cards: pileOf(extent, now, writersOf(null).length, 1, (pile) => meetInPlenum(pile, chosen, until)),
      },
      ...chosen.map((topic, n): SampleGroup => ({
        kind: 'project',
        name: topic.group,
        writers: writersOf(n),
        cards: pileOf(extent, now, writersOf(n).length, n + 2, (pile) => tell(pile, topic, n, until)),
      })),
    ],
  }
}

/** One group's way through the six phases. */
function tell(pile: CardPile, topic: Topic, n: number, until: (days: number) => string): void {
  const clusters = prepare(pile, topic)
  begin(pile, topic, n)
  const results = solve(pile, topic, understand(pile, topic, clusters))
  accompany(pile, topic, until)
  close(pile, topic, results, until)
}

function pileOf(
  extent: Extent,
  now: number,
  writers: number,
  seed: number,
  write: (pile: CardPile) => void,
): readonly SampleCard[] {
  const pile = new CardPile(extent, now, writers, seed)
  write(pile)
  return pile.cards
}
