import { grid, named, row } from './layout.ts'
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
    frames: grid([named('patterns', 'Muster', 'Patterns'), named('insights', 'Erkenntnisse', 'Insights')], {
      perRow: 2,
      w: 1244,
      h: 1200,
    }),
  },
  {
    key: 'personas',
    phase: 'problem',
    name: { de: 'Personas', en: 'Personas' },
    instruction: {
      de: 'Beschreiben Sie zwei bis vier Menschen, die für viele stehen, und stützen Sie sie auf O-Töne. Keine Wunschbilder: Auch Hindernisse gehören dazu.',
      en: 'Describe two to four people who stand for many, and base them on quotes. No ideal pictures: obstacles belong to them too.',
    },
    frames: row(1240, [{ ...named('personas', 'Personas', 'Personas'), w: 1768 }]),
  },
  {
    key: 'pov',
    phase: 'problem',
    name: { de: 'Standpunkt (POV)', en: 'Point of view' },
    instruction: {
      de: 'Bringen Sie das Problem auf den Punkt: Wer braucht was, und warum ist das wichtig? Leiten Sie daraus Wie-können-wir-Fragen ab.',
      en: 'Get to the heart of the problem: who needs what, and why does it matter? Derive how-might-we questions from it.',
    },
    frames: grid(
      [
        named('who', 'Wer?', 'Who?'),
        named('needs', 'braucht was?', 'needs what?'),
        named('because', 'Weil …', 'Because …'),
        named('questions', 'Wie können wir …?', 'How might we …?'),
      ],
      { perRow: 2, w: 1020, h: 640 },
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
    frames: row(1260, [
      { ...named('collection', 'Ideensammlung', 'Idea collection'), w: 1608 },
      { ...named('shortlist', 'Engere Auswahl', 'Shortlist'), w: 816 },
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
    frames: grid(
      [
        named('prototypes', 'Prototypen', 'Prototypes'),
        named('assumptions', 'Was wir prüfen', 'What we test'),
        named('observations', 'Was wir beobachten', 'What we observe'),
        named('learnings', 'Was wir lernen', 'What we learn'),
      ],
      { perRow: 2, w: 1020, h: 640 },
    ),
  },
]
