import { field, inRows, words } from './layout.ts'
import type { PageTemplate } from './method.ts'

/** Phase 3, Problemraum: understand the people concerned and frame the problem anew. */
export const problemPages: PageTemplate[] = [
  {
    key: 'clusters',
    phase: 'problem',
    name: { de: 'Muster & Erkenntnisse', en: 'Patterns & insights' },
    instruction: {
      de: 'Legen Sie O-Töne zusammen, die vom Gleichen erzählen, und geben Sie dem Muster einen Namen. Schreiben Sie daneben, was Sie daraus lernen.',
      en: 'Put quotes together that tell of the same thing and name the pattern. Write down next to it what you learn from it.',
    },
    question: words([
      'Was erzählen viele, ohne sich abgesprochen zu haben?',
      'What do many say without having agreed on it?',
    ]),
    tip: words([
      'Ein Muster braucht einen Namen, den auch Außenstehende verstehen.',
      'A pattern needs a name that outsiders understand.',
    ]),
    fields: inRows([
      field('patterns', ['Muster', 'Patterns'], {
        span: 8,
        takes: ['quote'],
        flow: 2,
        example: ['Alle tragen dieselben Daten zweimal ein.', 'Everybody enters the same data twice.'],
      }),
      field('insights', ['Erkenntnisse', 'Insights'], {
        span: 4,
        hint: ['Was überrascht, und warum ist es so?', 'What is surprising, and why is it so?'],
        example: [
          'Nicht die Technik hält auf, sondern die Absprache.',
          'It is not technology that delays, but agreement.',
        ],
      }),
    ]),
  },
  {
    key: 'personas',
    phase: 'problem',
    name: { de: 'Personas', en: 'Personas' },
    instruction: {
      de: 'Beschreiben Sie zwei bis vier Menschen, die für viele stehen, und stützen Sie sie auf O-Töne. Keine Wunschbilder: Auch Hindernisse gehören dazu.',
      en: 'Describe two to four people who stand for many, and base them on quotes. No ideal pictures: obstacles belong to them too.',
    },
    question: words(['Für wen lösen wir das Problem?', 'Whom do we solve the problem for?']),
    tip: words([
      'Zwei bis vier Personas genügen. Jede Zeile stützt sich auf O-Töne.',
      'Two to four personas are enough. Every line rests on quotes.',
    ]),
    fields: inRows([
      field('personas', ['Personas', 'Personas'], {
        takes: ['persona'],
        flow: 3,
        example: [
          'Petra, 52, Sachbearbeiterin: „Ich will niemanden zweimal kommen lassen.“',
          'Petra, 52, clerk: “I do not want anybody to have to come twice.”',
        ],
      }),
    ]),
  },
  {
    key: 'pov',
    phase: 'problem',
    name: { de: 'Standpunkt (POV)', en: 'Point of view' },
    instruction: {
      de: 'Bringen Sie das Problem auf den Punkt: Wer braucht was, und warum ist das wichtig? Leiten Sie daraus Wie-können-wir-Fragen ab.',
      en: 'Get to the heart of the problem: who needs what, and why does it matter? Derive how-might-we questions from it.',
    },
    question: words(['Was ist der Kern des Problems?', 'What is the heart of the problem?']),
    tip: words([
      'Ein Standpunkt nennt einen Menschen, einen Bedarf und einen Grund.',
      'A point of view names a person, a need and a reason.',
    ]),
    fields: inRows(
      [
        field('who', ['Wer?', 'Who?'], {
          example: ['Petra, allein im Bürgerbüro', 'Petra, alone at the front desk'],
        }),
        field('needs', ['braucht was?', 'needs what?'], {
          example: ['den Stand aller Anträge auf einen Blick', 'the state of all applications at a glance'],
        }),
        field('because', ['Weil …', 'Because …'], {
          example: ['sie sonst für jede Auskunft telefoniert', 'else she has to phone for every answer'],
        }),
      ],
      [
        field('questions', ['Wie können wir …?', 'How might we …?'], {
          flow: 3,
          example: [
            'Wie können wir den Stand zeigen, ohne dass ihn jemand nachträgt?',
            'How might we show the state without anybody updating it?',
          ],
        }),
      ],
    ),
  },
]

/** Phase 4, Lösungsraum: many ideas, few prototypes, early tests. */
export const solutionPages: PageTemplate[] = [
  {
    key: 'ideas',
    phase: 'solution',
    name: { de: 'Ideen', en: 'Ideas' },
    instruction: {
      de: 'Sammeln Sie erst viele Ideen, ohne zu bewerten, jede in einem Satz. Ziehen Sie danach die aussichtsreichsten in die engere Auswahl.',
      en: 'First collect many ideas without judging, each in one sentence. Then move the most promising ones to the shortlist.',
    },
    question: words([
      'Welche Ideen haben wir, auch ungewöhnliche?',
      'Which ideas do we have, even unusual ones?',
    ]),
    tip: words([
      'Eine Idee je Karte, in einem Satz. Bewertet wird später.',
      'One idea per card, in one sentence. Judging comes later.',
    ]),
    fields: inRows([
      field('collection', ['Ideensammlung', 'Idea collection'], {
        span: 8,
        takes: ['idea'],
        example: ['Statuszeile wie bei der Paketverfolgung', 'A status line as with parcel tracking'],
      }),
      field('shortlist', ['Engere Auswahl', 'Shortlist'], {
        span: 4,
        hint: ['Was wir weiterverfolgen.', 'What we pursue.'],
        example: ['eine Idee hierher ziehen', 'drag an idea here'],
      }),
    ]),
  },
  {
    key: 'tests',
    phase: 'solution',
    name: { de: 'Prototypen & Tests', en: 'Prototypes & tests' },
    instruction: {
      de: 'Bauen Sie das Einfachste, woran sich Ihre Annahme prüfen lässt, und zeigen Sie es Menschen aus der Praxis. Trennen Sie, was Sie beobachten, von dem, was Sie daraus lernen.',
      en: 'Build the simplest thing that can test your assumption and show it to people from practice. Keep what you observe apart from what you learn from it.',
    },
    question: words([
      'Trägt unsere Idee, wenn Menschen sie ausprobieren?',
      'Does our idea hold when people try it?',
    ]),
    tip: words([
      'Beobachten und Folgern getrennt aufschreiben.',
      'Write down observing and concluding apart.',
    ]),
    fields: inRows(
      [
        field('prototypes', ['Prototypen', 'Prototypes'], {
          example: ['Papierskizze der Statusseite', 'Paper sketch of the status page'],
        }),
        field('assumptions', ['Was wir prüfen', 'What we test'], {
          example: ['Eltern verstehen die drei Stufen.', 'Parents understand the three stages.'],
        }),
      ],
      [
        field('observations', ['Was wir beobachten', 'What we observe'], {
          example: ['Vier von fünf suchen zuerst das Datum.', 'Four out of five look for the date first.'],
        }),
        field('learnings', ['Was wir lernen', 'What we learn'], {
          example: ['Das Datum gehört nach oben.', 'The date belongs at the top.'],
        }),
      ],
    ),
  },
]
