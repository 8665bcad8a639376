import { accompanyingPages } from './strategiewerkstatt-closing.ts'
import { grid, named } from './layout.ts'
import type { PageTemplate } from './method.ts'

/** The plenum: what the groups set out with, show each other and decide together. */
export const plenumPages: PageTemplate[] = [
  {
    key: 'challenges',
    phase: 'preparation',
    name: { de: 'Ziele & Challenges', en: 'Goals & challenges' },
    instruction: {
      de: 'Sammeln Sie, was die Werkstatt erreichen soll, und die drei bis fünf Fragen, an denen die Gruppen arbeiten werden.',
      en: 'Collect what the workshop is to achieve and the three to five questions the groups will work on.',
    },
    frames: grid(
      [
        named('goals', 'Ziele der Werkstatt', 'Goals of the workshop'),
        named('challenges', 'Design-Challenges', 'Design challenges'),
        named('questions', 'Fragen zum Ablauf', 'Questions about the programme'),
      ],
      { perRow: 3, w: 720, h: 900 },
    ),
  },
  {
    key: 'welcome',
    phase: 'kickoff',
    name: { de: 'Ankommen & Gruppen finden', en: 'Arriving & finding groups' },
    instruction: {
      de: 'Stellen Sie sich mit einer Karte vor: Was bringen Sie mit, was erhoffen Sie sich, und welche Frage reizt Sie am meisten?',
      en: 'Introduce yourself with a card: what do you bring, what do you hope for, and which question attracts you most?',
    },
    frames: grid(
      [
        named('brought', 'Das bringe ich mit', 'What I bring'),
        named('hopes', 'Das erhoffe ich mir', 'What I hope for'),
        named('interest', 'Daran möchte ich arbeiten', 'What I want to work on'),
      ],
      { perRow: 3, w: 720, h: 900 },
    ),
  },
  {
    key: 'insights',
    phase: 'problem',
    name: { de: 'Erkenntnisse aus den Gruppen', en: 'Insights from the groups' },
    instruction: {
      de: 'Jede Gruppe zeigt ihre wichtigsten Erkenntnisse. Halten Sie fest, was sich wiederholt und was Sie einander fragen möchten.',
      en: 'Each group shows its most important insights. Note what recurs and what you want to ask each other.',
    },
    frames: grid(
      [
        named('insights', 'Wichtigste Erkenntnisse', 'Most important insights'),
        named('common', 'Das verbindet uns', 'What we have in common'),
        named('questions', 'Fragen an andere Gruppen', 'Questions to other groups'),
      ],
      { perRow: 3, w: 720, h: 900 },
    ),
  },
  {
    key: 'gallery',
    phase: 'solution',
    name: { de: 'Galerie-Rundgang', en: 'Gallery walk' },
    instruction: {
      de: 'Sehen Sie sich die Prototypen der anderen an und geben Sie Rückmeldung, mit der sich weiterarbeiten lässt.',
      en: 'Look at the prototypes of the others and give feedback they can work with.',
    },
    frames: grid(
      [
        named('like', 'Das gefällt mir', 'I like'),
        named('wish', 'Das wünsche ich mir', 'I wish'),
        named('wonder', 'Das frage ich mich', 'I wonder'),
        named('ideas', 'Neue Ideen', 'New ideas'),
      ],
      { perRow: 2, w: 1020, h: 640 },
    ),
  },
  {
    key: 'conference',
    phase: 'closing',
    name: { de: 'Abschlusskonferenz', en: 'Closing conference' },
    instruction: {
      de: 'Die Gruppen stellen ihre Lösungen vor. Notieren Sie Zusagen, offene Fragen und wer am Thema dranbleibt.',
      en: 'The groups present their solutions. Note commitments, open questions and who keeps working on the topic.',
    },
    frames: grid(
      [
        named('commitments', 'Zusagen', 'Commitments'),
        named('questions', 'Offene Fragen', 'Open questions'),
        named('next', 'So geht es weiter', 'What happens next'),
      ],
      { perRow: 3, w: 720, h: 900 },
    ),
  },
  ...accompanyingPages,
]
