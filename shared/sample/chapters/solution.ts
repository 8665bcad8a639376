import type { ArtefactId } from '../../base/ids.ts'
import type { CardPile } from '../card.ts'
import { heard, upsideDown } from '../topics/common.ts'
import type { Topic } from '../topics/topic.ts'
import { dayIn } from './preparation.ts'
import type { Questions } from './problem.ts'

/** What the closing chapter builds on: concepts in order, each with the last thing learned. */
export type Results = { concept: ArtefactId; learned: ArtefactId }[]

/** Ideas, a shortlist, concepts, prototypes, tests and what was learned. */
export function solve(pile: CardPile, topic: Topic, questions: Questions): Results {
  const ideas = addIdeas(pile, topic, questions)
  const results = pile.some(topic.concepts).map((_, n) => addConcept(pile, topic, n, ideas))
  addExercises(pile, topic, questions)
  return results
}

/** Ideas by pattern; the first of each is on the shortlist. */
function addIdeas(pile: CardPile, topic: Topic, questions: Questions): ArtefactId[][] {
  return questions.map((question, p) =>
    topic.patterns[p]!.ideas.slice(0, pile.extent.ideasOfPattern).map((sentence, n) =>
      pile.add('idea', 'solution', {
        on: n === 0 ? 'solution-ideas-shortlist' : 'solution-ideas-collection',
        fields: {
          sentence,
          benefit:
            n === 0
              ? `Antwortet auf das Muster „${topic.patterns[p]!.name}“ und lässt sich in einer Woche ausprobieren.`
              : '',
        },
        daysAgo: 48,
        status: n === 0 ? 'agreed' : 'draft',
        links: [['derivedFrom', question[n % 2]]],
      }),
    ),
  )
}

/** A sheet of eight, a grid of six by three, and a matrix with what was chosen from. */
function addExercises(pile: CardPile, topic: Topic, questions: Questions): void {
  questions.forEach(([, question], p) => {
    const { ideas, questions: words } = topic.patterns[p]!
    pile.add('crazy8', 'solution', {
      on: 'solution-concepts-concepts',
      fields: {
        question: words[1],
        sketches: pile.items(ideas.slice(0, 8).map((text) => ({ text, sketch: null }))),
      },
      daysAgo: 47,
      links: [['derivedFrom', question]],
    })
  })
  questions.forEach(([question], p) => {
    const { ideas, questions: words } = topic.patterns[p]!
    const rows = [0, 3, 6].map((at) => ({
      first: ideas[at] ?? '',
      second: ideas[at + 1] ?? '',
      third: ideas[at + 2] ?? '',
    }))
    pile.add('brainwriting', 'solution', {
      on: 'solution-concepts-concepts',
      fields: { question: words[0], rows: pile.items(rows) },
      daysAgo: 47,
      links: [['derivedFrom', question]],
    })
  })
  for (const text of pile.some(upsideDown)) {
    pile.add('note', 'solution', {
      on: 'solution-ideas-collection',
      fields: { text: `So wird es schlimmer: ${text}`, colour: 'violet' },
      daysAgo: 46,
    })
  }
  addMatrix(pile, topic)
}

/** Effort and benefit, with the name of each concept as a note on it. */
function addMatrix(pile: CardPile, topic: Topic): void {
  const matrix = pile.add('matrix', 'solution', {
    on: 'solution-concepts-concepts',
    fields: {
      title: 'Aufwand und Nutzen der engeren Auswahl',
      xAxis: 'Aufwand',
      xLow: 'wenig',
      xHigh: 'viel',
      yAxis: 'Nutzen',
      yLow: 'klein',
      yHigh: 'groß',
      quadrantTopLeft: 'Morgen anfangen',
      quadrantTopLeftSummary: 'Was in einer Woche ausprobiert werden kann.',
      quadrantTopRight: 'Gemeinsam bauen',
      quadrantTopRightSummary: 'Lohnt sich, wenn mehrere Kommunen es tragen.',
      quadrantBottomLeft: 'Nebenbei',
      quadrantBottomRight: 'Nicht jetzt',
    },
    daysAgo: 45,
    led: true,
  })
  const spots = [
    [22, 78],
    [74, 82],
    [18, 58],
  ] as const
  topic.concepts.forEach(({ name }, n) => {
    const [x, y] = spots[n]!
    pile.add('note', 'solution', {
      on: { card: matrix },
      fields: { text: name, colour: 'green' },
      daysAgo: 45,
      at: { x, y },
      led: true,
    })
  })
}

type ConceptWords = Topic['concepts'][number]

function addConcept(
  pile: CardPile,
  topic: Topic,
  n: number,
  ideas: readonly ArtefactId[][],
): Results[number] {
  const { tests, scenes, ...words } = topic.concepts[n]!
  const concept = pile.add('concept', 'solution', {
    on: 'solution-concepts-concepts',
    fields: { ...words },
    daysAgo: 42,
    status: n === 0 ? 'final' : 'agreed',
    links: [n, n + 1, n + 3].map((p) => ['derivedFrom', ideas[p % ideas.length]?.[p === n ? 0 : 1]] as const),
  })
  pile.add('storyboard', 'solution', {
    on: 'solution-concepts-concepts',
    fields: {
      title: `${words.name}: so könnte es sein`,
      scenes: pile.items(scenes.map((text) => ({ picture: null, text }))),
    },
    daysAgo: 40,
    links: [['derivedFrom', concept]],
  })
  const first = pile.add('prototype', 'solution', {
    on: 'solution-prototypes-prototypes',
    fields: {
      name: words.name,
      version: 1,
      prototypeType: 'paper',
      progress: 'tested',
      tested: words.assumptions,
      changes: '',
    },
    daysAgo: 36,
    links: [['derivedFrom', concept]],
  })
  const learnings = tests.map((test, t) =>
    addTest(pile, test, t, { concept, prototype: first, name: words.name }),
  )
  const last = learnings.at(-1)!
  const second = pile.add('prototype', 'solution', {
    on: 'solution-prototypes-prototypes',
    fields: {
      name: words.name,
      version: 2,
      prototypeType: 'click',
      progress: n === 0 ? 'tested' : 'ready',
      tested: 'Ob die Änderung hält, was der erste Test versprach.',
      changes: tests.map(({ learned }) => learned).join(' '),
    },
    daysAgo: 26,
    status: 'agreed',
    links: [['replaces', first], ...learnings.map((learned) => ['derivedFrom', learned] as const)],
  })
  ;[first, second].forEach((prototype, version) =>
    pile.add('feedback', 'solution', {
      on: 'solution-tests-learnings',
      fields: {
        about: `${words.name}, Version ${version + 1}`,
        ...heard(topic.group, 2 * n + version),
        newIdeas: ideaFor(n + version),
      },
      daysAgo: 24 - version * 6,
      links: [['derivedFrom', prototype]],
    }),
  )
  return { concept, learned: last }
}

function addTest(
  pile: CardPile,
  { belief, measure, person, seen, said, finding, outcome, learned }: ConceptWords['tests'][number],
  t: number,
  { concept, prototype, name }: { concept: ArtefactId; prototype: ArtefactId; name: string },
): ArtefactId {
  const card = pile.add('testCard', 'solution', {
    on: 'solution-prototypes-assumptions',
    fields: {
      belief,
      verification: `Papierprototyp von „${name}“ zeigen und zusehen, ohne zu helfen.`,
      measure,
      criterion: 'Mindestens vier von fünf kommen ohne Hilfe zurecht.',
    },
    daysAgo: 34,
    links: [['derivedFrom', concept]],
  })
  pile.add('note', 'solution', {
    on: 'solution-tests-learnings',
    fields: { text: `Gehört im Test von ${person}: ${said}`, colour: 'blue' },
    daysAgo: 31 - t,
  })
  const session = pile.add('testSession', 'solution', {
    on: 'solution-tests-sessions',
    fields: { person, date: dayIn(t + 9), task: belief, seen, said, finding, outcome },
    daysAgo: 31 - t,
    links: [
      ['derivedFrom', prototype],
      ['derivedFrom', card],
      [outcome === 'failed' ? 'contradicts' : 'supports', concept],
    ],
  })
  return pile.add('learning', 'solution', {
    on: 'solution-tests-learnings',
    fields: {
      believed: belief,
      observed: seen,
      learned,
      nextStep: outcome === 'worked' ? 'continue' : 'iterate',
    },
    daysAgo: 28 - t,
    status: 'agreed',
    links: [['derivedFrom', session]],
  })
}

const ideaFor = (n: number) =>
  ['Das Gleiche als Aushang.', 'Ein Knopf: Das war verständlich.', 'Die Nachbarkommune testet mit.'][n % 3]!
