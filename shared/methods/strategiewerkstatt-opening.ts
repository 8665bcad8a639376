import { grid, named, quadrants, row } from './layout.ts'
import type { PageTemplate } from './method.ts'

/** Phase 1, Vorbereitung: hear what people say, sort it, and ask one good question. */
export const preparationPages: PageTemplate[] = [
  {
    key: 'interviews',
    phase: 'preparation',
    name: { de: 'Interviews & O-Töne', en: 'Interviews & quotes' },
    instruction: {
      de: 'Lesen Sie die Interviewprotokolle und markieren Sie Stellen, die etwas über den Alltag verraten. Jede Markierung wird zu einem O-Ton mit Quelle.',
      en: 'Read the interview protocols and mark passages that tell something about everyday work. Each mark becomes a quote with its source.',
    },
    frames: row(1400, [
      { ...named('protocols', 'Interviewprotokolle', 'Interview protocols'), w: 940 },
      { ...named('quotes', 'O-Töne', 'Quotes'), w: 1852 },
    ]),
  },
  {
    key: 'matrix',
    phase: 'preparation',
    name: { de: '2×2-Matrix', en: '2×2 matrix' },
    instruction: {
      de: 'Ordnen Sie jeden O-Ton einem Feld zu: Ist das Thema eher strategisch oder operativ, eher technologisch oder organisatorisch? Wo viele Karten liegen, lohnt das Gespräch.',
      en: 'Put each quote into a quadrant: is it more strategic or operational, more about technology or about organisation? Talk about the quadrants that fill up.',
    },
    ...quadrants({
      top: { key: 'strategic', word: { de: 'strategisch', en: 'strategic' } },
      bottom: { key: 'operational', word: { de: 'operativ', en: 'operational' } },
      left: { key: 'technological', word: { de: 'technologisch', en: 'technological' } },
      right: { key: 'organisational', word: { de: 'organisatorisch', en: 'organisational' } },
    }),
  },
  {
    key: 'challenge',
    phase: 'preparation',
    name: { de: 'Design-Challenge', en: 'Design challenge' },
    instruction: {
      de: 'Formulieren Sie Fragen nach dem Muster „Wie können wir … für … im Kontext …?“. Halten Sie auch fest, was ausdrücklich nicht dazugehört.',
      en: 'Phrase questions as “How might we … for … in the context of …?”. Also note what is expressly not part of it.',
    },
    frames: grid(
      [
        named('proposals', 'Vorschläge', 'Proposals'),
        named('chosen', 'Unsere Challenge', 'Our challenge'),
        named('background', 'Hintergrund', 'Background'),
        named('non-goals', 'Was nicht dazugehört', 'What is not part of it'),
      ],
      { perRow: 2, w: 940, h: 640 },
    ),
  },
]

/** Phase 2, Kick-off und Teamstart: become a team before becoming busy. */
export const kickoffPages: PageTemplate[] = [
  {
    key: 'team',
    phase: 'kickoff',
    name: { de: 'Team-Canvas', en: 'Team canvas' },
    instruction: {
      de: 'Vereinbaren Sie, wofür Ihre Gruppe da ist und wie Sie zusammenarbeiten. Schreiben Sie je Gedanken eine Karte und sprechen Sie über Unterschiede.',
      en: 'Agree on what your group is for and how you work together. Write one card per thought and talk about differences.',
    },
    frames: grid(
      [
        named('purpose', 'Unser Auftrag', 'Our purpose'),
        named('goals', 'Gemeinsame Ziele', 'Shared goals'),
        named('strengths', 'Rollen & Stärken', 'Roles & strengths'),
        named('needs', 'Was wir brauchen', 'What we need'),
        named('personal-goals', 'Persönliche Ziele', 'Personal goals'),
        named('rules', 'Spielregeln', 'Working agreements'),
      ],
      { perRow: 3, w: 720, h: 600 },
    ),
  },
  {
    key: 'expectations',
    phase: 'kickoff',
    name: { de: 'Erwartungen', en: 'Expectations' },
    instruction: {
      de: 'Was soll am Ende anders sein, und was darf nicht passieren? Was heute zu weit führt, kommt in den Themenspeicher.',
      en: 'What should be different in the end, and what must not happen? What leads too far today goes to the parking lot.',
    },
    frames: grid(
      [
        named('hopes', 'Hoffnungen', 'Hopes'),
        named('fears', 'Befürchtungen', 'Fears'),
        named('parking', 'Themenspeicher', 'Parking lot'),
      ],
      { perRow: 3, w: 720, h: 900 },
    ),
  },
]
