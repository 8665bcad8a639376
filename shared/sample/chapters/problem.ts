import type { ArtefactId } from '../../base/ids.ts'
import type { CardPile } from '../card.ts'
import { places } from '../places.ts'
import type { Topic } from '../topics/topic.ts'

/** How-might-we questions of each pattern: narrow first, then fitting. */
export type Questions = (readonly [ArtefactId, ArtefactId])[]

/** Insights, people, their way, points of view and questions. */
export function understand(pile: CardPile, topic: Topic, clusters: readonly ArtefactId[]): Questions {
  const insights = topic.patterns.slice(0, clusters.length).map(({ insight }, p) =>
    pile.add('insight', 'problem', {
      on: 'problem-clusters-insights',
      fields: { ...insight },
      daysAgo: 64,
      status: p < 4 ? 'agreed' : 'draft',
      links: [['derivedFrom', clusters[p]]],
    }),
  )
  // What does not fit is kept: one voice against the first insight
  pile.add('observation', 'problem', {
    on: 'problem-clusters-patterns',
    fields: {
      fact: 'Zwei Befragte sagen ausdrücklich, ihnen sei gleichgültig, ob sie unterwegs etwas hören.',
      interpretation: 'Auskunft muss man bekommen können und ablehnen dürfen.',
      place: places[6]!.name,
    },
    daysAgo: 63,
    links: [['contradicts', insights[0]]],
  })
  const personas = addPersonas(pile, topic, insights)
  addJourney(pile, topic, personas[0]!)
  return topic.patterns.slice(0, clusters.length).map(({ pov, questions }, p) => {
    const view = pile.add('pov', 'problem', {
      on: 'problem-pov-povs',
      fields: { ...pov },
      daysAgo: 58,
      status: p < 3 ? 'agreed' : 'draft',
      links: [
        ['derivedFrom', insights[p]],
        ['derivedFrom', personas[p % personas.length]],
      ],
    })
    const ask = (question: string, scope: 'narrow' | 'fitting') =>
      pile.add('hmw', 'problem', {
        on: p < 2 && scope === 'fitting' ? 'problem-questions-best' : 'problem-questions-questions',
        fields: { question, scope },
        daysAgo: 56,
        links: [['derivedFrom', view]],
      })
    return [ask(questions[0], 'narrow'), ask(questions[1], 'fitting')] as const
  })
}

function addPersonas(pile: CardPile, topic: Topic, insights: readonly ArtefactId[]): ArtefactId[] {
  return pile.some(topic.personas).map(({ place, inside, ...persona }, n) => {
    const id = pile.add('persona', 'problem', {
      on: 'problem-personas-personas',
      fields: { ...persona, municipality: places[place]!.name },
      daysAgo: 62,
      status: 'agreed',
      links: [
        ['derivedFrom', insights[n % insights.length]],
        ['derivedFrom', insights[(n + 2) % insights.length]],
      ],
    })
    pile.add('empathyMap', 'problem', {
      on: 'problem-personas-personas',
      fields: { about: persona.name, ...inside },
      daysAgo: 61,
      links: [['derivedFrom', id]],
    })
    return id
  })
}

function addJourney(pile: CardPile, { journey }: Topic, persona: ArtefactId): void {
  const stages = journey.stages.map(({ isBreak, ...stage }) => ({
    ...stage,
    mediaBreak: isBreak ? 'break' : 'none',
  }))
  const way = pile.add('journey', 'problem', {
    on: 'problem-journey-journeys',
    fields: { title: journey.title, about: journey.about, stages: pile.items(stages) },
    daysAgo: 60,
    status: 'agreed',
    links: [['derivedFrom', persona]],
  })
  for (const { action, opportunity } of pile.some(journey.stages)) {
    pile.add('idea', 'problem', {
      on: 'solution-ideas-collection',
      fields: { sentence: `${opportunity}.`, benefit: `Für den Schritt „${action}“ in der Nutzerreise.` },
      daysAgo: 60,
      links: [['derivedFrom', way]],
    })
  }
}
