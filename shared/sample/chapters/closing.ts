import type { ArtefactId } from '../../base/ids.ts'
import type { CardPile } from '../card.ts'
import { heard } from '../topics/common.ts'
import type { Topic } from '../topics/topic.ts'
import type { Results } from './solution.ts'

/** Pitch, partnerships, milestones and the profile that others can take over. */
export function close(pile: CardPile, topic: Topic, results: Results, until: (days: number) => string): void {
  const [best] = results
  const pitch = pile.add('pitch', 'closing', {
    on: 'closing-pitch-pitches',
    fields: { ...topic.pitch },
    daysAgo: 14,
    status: 'final',
    links: [
      ['derivedFrom', best?.concept],
      ['derivedFrom', best?.learned],
    ],
  })
  for (const [n, about] of ['Probe vor dem Plenum', 'Abschlusskonferenz'].entries()) {
    pile.add('feedback', 'closing', {
      on: 'closing-pitch-feedback',
      // After what was heard of the prototypes
      fields: { about, ...heard(topic.group, 2 * topic.concepts.length + n), newIdeas: '' },
      daysAgo: 12,
      links: [['derivedFrom', pitch]],
    })
  }
  const partnerships = addPartnerships(pile, topic, pitch, until)
  pile.some(topic.milestones).forEach(({ what, owner, inDays }, n) =>
    pile.add('milestone', 'closing', {
      on: `closing-roadmap-${inDays <= 95 ? 'soon' : inDays <= 280 ? 'later' : 'far'}`,
      fields: {
        what,
        owner,
        due: until(inDays),
        roadmapStep: ['partnerships', 'development', 'implementation', 'provision', 'evolution'][
          Math.floor(n / 2)
        ]!,
        state: n === 0 ? 'underway' : 'open',
      },
      daysAgo: 8,
      links: [['derivedFrom', partnerships[n % partnerships.length]]],
    }),
  )
  const [concept] = topic.concepts
  pile.add('profile', 'closing', {
    on: 'closing-profiles-profiles',
    fields: {
      name: concept!.name,
      purpose: concept!.solution,
      targetGroup: concept!.targetGroup,
      readiness: 'pilot',
      reuse: concept!.integration,
      transferConditions: 'Eine Ansprechperson, zwei Nachmittage Einrichtung, ein Beschluss.',
      operator: topic.partners.find(({ partnerRole }) => /Betrieb|Ort/.test(partnerRole))?.partner ?? '',
      operatorKind: 'municipalItProvider',
      costs: topic.pitch.benefitPerCost,
      costKind: 'onceAndRunning',
      topic: topic.subject,
      contact: 'Koordinierungsstelle Digitale Kommunen',
      publication: 'released',
    },
    daysAgo: 5,
    status: 'final',
    led: true,
    links: [
      ['derivedFrom', best?.concept],
      ['derivedFrom', pitch],
    ],
  })
}

function addPartnerships(
  pile: CardPile,
  { partners }: Topic,
  pitch: ArtefactId,
  until: (days: number) => string,
): ArtefactId[] {
  return partners.map(({ commitment, ...words }, n) => {
    const id = pile.add('partnership', 'closing', {
      on: `closing-partners-${commitment}`,
      fields: {
        ...words,
        commitment,
        committee: commitment === 'promise' ? 'approved' : 'needed',
        decisionDate: until(commitment === 'promise' ? -2 : 20 + n * 9),
        due: until(60 + n * 20),
        pilotMunicipality: commitment === 'pilot' ? partners[0]!.partner : '',
        rollOut: commitment === 'interest' ? '' : 'Nach dem Pilot für alle, die mitmachen möchten.',
      },
      daysAgo: 10,
      status: commitment === 'promise' ? 'agreed' : 'draft',
      links: [['derivedFrom', pitch]],
    })
    pile.add('task', 'closing', {
      on: 'accompanying-decisions-tasks',
      fields: {
        text: `Mit „${words.partner}“ den nächsten Schritt vereinbaren: ${words.partnerRole}`,
        owner: 'Koordinierungsstelle',
        due: until(14 + n * 2),
        state: commitment === 'promise' ? 'underway' : 'open',
      },
      daysAgo: 9,
      links: [['derivedFrom', id]],
    })
    return id
  })
}
