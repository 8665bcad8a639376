import type { ArtefactId } from '../../base/ids.ts'
import type { FieldValue } from '../../kinds/field.ts'
import type { CardPile } from '../card.ts'
import { places } from '../places.ts'
import { afterwards, leadIns } from '../topics/common.ts'
import type { Topic } from '../topics/topic.ts'

type Said = Topic['interviews'][number]

/**
 * Interviews, quotes in their patterns, observations, what there is already, who has to be asked, the question. Answers
 * the cards of the patterns, on which later chapters rest.
 */
export function prepare(pile: CardPile, topic: Topic): ArtefactId[] {
  const patterns = topic.patterns.slice(0, pile.extent.patterns)
  const clusters = patterns.map(({ name, summary }) =>
    pile.add('cluster', 'problem', {
      on: 'problem-clusters-patterns',
      fields: { name, summary },
      daysAgo: 68,
      status: 'agreed',
    }),
  )
  topic.interviews.slice(0, pile.extent.interviews).forEach((interview, n) => {
    const text = protocolOf(topic, interview, n, pile.extent.patterns)
    const id = addInterview(pile, interview, n, text)
    patterns.forEach(({ name, said }, p) => {
      const source = sourceOf(id, text, said[n]!)
      addQuote(pile, interview, { wording: said[n]!, source, topic: name, n: n + p }, clusters[p]!)
    })
  })
  pile.add('document', 'preparation', {
    on: 'preparation-interviews-protocols',
    fields: { title: 'Leitfaden und Vorgehen', transcript: guideOf(topic) },
    daysAgo: 97,
    led: true,
  })
  patterns.forEach(({ seen }, p) => addObservations(pile, seen, p, clusters[p]!))
  addFinds(pile, topic)
  addChallenges(pile, topic, clusters)
  return clusters
}

function addInterview(pile: CardPile, interview: Said, n: number, transcript: string): ArtefactId {
  const place = places[interview.place]!
  return pile.add('interview', 'preparation', {
    on: 'preparation-interviews-protocols',
    fields: {
      title: interview.title,
      number: n + 1,
      transcript,
      date: dayIn(n),
      minutes: 40 + ((n * 7) % 30),
      format: (['inPerson', 'video', 'phone'] as const)[n % 3]!,
      municipality: place.name,
      sizeClass: place.sizeClass ?? 'unknown',
      function: interview.function,
      interviewer: '',
      consent: n % 9 === 8 ? 'unknown' : 'given',
      anonymity: 'place',
      placeOutside: outside(place.name, place.sizeClass),
    },
    daysAgo: 96 - n,
    by: n,
  })
}

/** Every third one stays in the group, and every fifth is still to be laid to a pattern. */
function addQuote(
  pile: CardPile,
  { pseudonym }: Said,
  quote: { wording: string; source: FieldValue; topic: string; n: number },
  cluster: ArtefactId,
): void {
  const { wording, source, topic, n } = quote
  pile.add('quote', 'preparation', {
    on: n % 5 === 4 ? 'preparation-interviews-quotes' : { card: cluster },
    fields: {
      wording,
      rendering: 'verbatim',
      pseudonym,
      topic,
      source,
      release: n % 3 === 2 ? 'group' : 'released',
    },
    daysAgo: 84,
    tags: [topic],
    led: true,
  })
}

/** The first observation of a pattern lies with it, the second in the 2×2. */
function addObservations(
  pile: CardPile,
  seen: Topic['patterns'][number]['seen'],
  p: number,
  cluster: ArtefactId,
): void {
  const quadrants = [
    'strategic-organisational',
    'operational-technological',
    'operational-organisational',
    'strategic-technological',
  ]
  seen.forEach(({ fact, interpretation }, n) =>
    pile.add('observation', 'preparation', {
      on: n === 0 ? { card: cluster } : `preparation-matrix-${quadrants[p % quadrants.length]}`,
      fields: { fact, interpretation, place: places[(p * 2 + n) % 12]!.name, date: dayIn(p + n) },
      daysAgo: 82,
      // One hand lays out the 2×2: two who do it at once find the same free spot
      led: n > 0,
    }),
  )
}

function addFinds(pile: CardPile, topic: Topic): void {
  for (const { name, provider, users, maturity, technology, costModel, gaps } of pile.some(topic.solutions)) {
    pile.add('existingSolution', 'preparation', {
      on: 'preparation-solutions-solutions',
      fields: { name, provider, users, maturity, technology, costModel, gaps },
      daysAgo: 80,
    })
  }
  for (const { gaps } of pile.some(topic.solutions).slice(0, 4)) {
    pile.add('note', 'preparation', {
      on: 'preparation-solutions-gaps',
      fields: { text: gaps, colour: 'grey' },
      daysAgo: 79,
    })
  }
  for (const { name, role, influence, interest, attitude, involvement } of pile.some(topic.stakeholders)) {
    pile.add('stakeholder', 'preparation', {
      on: influence === 'high' ? 'preparation-stakeholders-near' : 'preparation-stakeholders-inform',
      fields: { name, role, influence, interest, attitude, involvement },
      daysAgo: 79,
    })
  }
}

function addChallenges(
  pile: CardPile,
  { challenge, otherChallenge }: Topic,
  clusters: readonly ArtefactId[],
) {
  pile.add('challenge', 'preparation', {
    on: 'preparation-challenge-challenges',
    fields: { ...challenge },
    daysAgo: 78,
    status: 'final',
    led: true,
    links: clusters.slice(0, 3).map((cluster) => ['derivedFrom', cluster] as const),
  })
  pile.add('challenge', 'preparation', {
    on: 'preparation-challenge-challenges',
    fields: {
      question: otherChallenge,
      background: 'Im Plenum verworfen, weil sie über den Rahmen der Werkstatt hinausgeht.',
    },
    daysAgo: 78,
  })
  for (const text of challenge.nonGoals.split(/(?<=\.) /)) {
    pile.add('note', 'preparation', {
      on: 'preparation-challenge-limits',
      fields: { text, colour: 'pink' },
      daysAgo: 78,
    })
  }
}

/** The protocol of one conversation: every question of the guide with what was said to it. */
function protocolOf(topic: Topic, interview: Said, n: number, patterns: number): string {
  const { name } = places[interview.place]!
  const head = [
    `Interviewprotokoll: ${interview.title}`,
    `${name}, Funktion: ${interview.function}. Das Gespräch dreht sich um das Thema ${topic.subject}. Namen sind weggelassen.`,
  ]
  const answers = topic.patterns
    .slice(0, patterns)
    .map(({ asked, said }, p) => `${asked}\n\n${leadIns[(n + p) % leadIns.length]} „${said[n]!}“`)
  return [...head, ...answers, afterwards[n % afterwards.length]!].join('\n\n')
}

/** What goes with the protocols: how they came about, and what was asked. */
function guideOf({ subject, patterns, interviews }: Topic): string {
  const questions = patterns.map(({ asked }, n) => `${n + 1}. ${asked}`)
  return [
    `Leitfaden der Gespräche zum Thema ${subject}`,
    `${interviews.length} Menschen wurden gefragt, jeweils eine knappe Stunde, an dem Ort, an dem sie arbeiten oder warten. Wer fragt, schreibt nicht; wer schreibt, fragt nicht.`,
    'Vor dem Gespräch wird erklärt, wozu es dient und dass niemand namentlich genannt wird. Danach wird gefragt, ob die Aussagen verwendet werden dürfen.',
    ...questions,
    'Zum Schluss immer dieselbe Frage: Wen sollten wir noch fragen?',
  ].join('\n\n')
}

function sourceOf(interviewId: ArtefactId, transcript: string, wording: string): FieldValue {
  const start = transcript.indexOf(wording)
  return { interviewId, start, end: start + wording.length }
}

/** A working day of the spring in which the sample plays. */
export const dayIn = (n: number): string => `2026-03-${String(2 + (n % 26)).padStart(2, '0')}`

function outside(name: string, sizeClass: string | null): string {
  const kind = name.split(' ')[0]!
  return sizeClass === 'upTo5000' || sizeClass === 'upTo20000' ? `kleinere ${kind}` : `größere ${kind}`
}
