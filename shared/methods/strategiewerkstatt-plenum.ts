import { retrospective } from './catalogue/retrospective.ts'
import { field, inRows, words } from './layout.ts'
import type { PageTemplate } from './method.ts'
import { decisionsPage } from './strategiewerkstatt-decisions.ts'

/** The plenum: what the groups set out with, show each other and decide together. */
export const plenumPages: PageTemplate[] = [
  {
    key: 'challenges',
    phase: 'preparation',
    name: { de: 'Ziele & Challenges', en: 'Goals & challenges' },
    instruction: {
      de: 'Sammeln Sie, was die Werkstatt erreichen soll, und die drei bis fünf Fragen, an denen die Gruppen arbeiten werden.',
      en: 'Collect what the workshop should achieve and the three to five questions the groups will work on.',
    },
    question: words(['Was soll die Werkstatt erreichen?', 'What should the workshop achieve?']),
    tip: words([
      'Drei bis fünf Fragen genügen für alle Gruppen.',
      'Three to five questions are enough for all groups.',
    ]),
    fields: inRows([
      field('goals', ['Ziele der Werkstatt', 'Goals of the workshop'], {
        example: ['Drei Lösungen, die im Herbst getestet sind', 'Three solutions tested by autumn'],
      }),
      field('challenges', ['Design-Challenges', 'Design challenges'], {
        example: ['Wie können wir Wartezeiten ehrlich zeigen?', 'How might we show waiting times honestly?'],
      }),
      field('questions', ['Fragen zum Ablauf', 'Questions about the programme'], {
        example: ['Wann sehen wir die anderen Gruppen?', 'When do we see the other groups?'],
      }),
    ]),
  },
  {
    key: 'welcome',
    phase: 'kickoff',
    name: { de: 'Ankommen & Gruppen finden', en: 'Arriving & finding groups' },
    instruction: {
      de: 'Stellen Sie sich mit einer Karte vor: Was bringen Sie mit, was erhoffen Sie sich, und welche Frage reizt Sie am meisten?',
      en: 'Introduce yourself with a card: what do you bring, what do you hope for, and which question appeals to you most?',
    },
    question: words([
      'Wer ist hier, und was bringt wen zusammen?',
      'Who is here, and what brings whom together?',
    ]),
    fields: inRows([
      field('brought', ['Das bringe ich mit', 'What I bring'], {
        example: ['20 Jahre Bürgerbüro', '20 years at the front desk'],
      }),
      field('hopes', ['Das erhoffe ich mir', 'What I hope for'], {
        example: ['Lösungen, die auch bei uns laufen', 'Solutions that work for us, too'],
      }),
      field('interest', ['Daran möchte ich arbeiten', 'What I want to work on'], {
        example: ['Anträge ohne Papier', 'Applications without paper'],
      }),
    ]),
  },
  {
    key: 'insights',
    phase: 'problem',
    name: { de: 'Erkenntnisse aus den Gruppen', en: 'Insights from the groups' },
    instruction: {
      de: 'Jede Gruppe zeigt ihre wichtigsten Erkenntnisse. Halten Sie fest, was sich wiederholt und was Sie einander fragen möchten.',
      en: 'Each group shows its most important insights. Note what recurs and what you want to ask each other.',
    },
    question: words(['Was verbindet die Gruppen?', 'What connects the groups?']),
    fields: inRows([
      field('insights', ['Wichtigste Erkenntnisse', 'Most important insights'], {
        example: ['Überall fehlt der Stand der Dinge.', 'Everywhere, nobody knows how things stand.'],
      }),
      field('common', ['Das verbindet uns', 'What we have in common'], {
        example: ['Dieselben drei Fachverfahren', 'The same three specialist programs'],
      }),
      field('questions', ['Fragen an andere Gruppen', 'Questions for other groups'], {
        example: ['Wie habt ihr die Eltern erreicht?', 'How did you reach the parents?'],
      }),
    ]),
  },
  {
    key: 'gallery',
    phase: 'solution',
    name: { de: 'Galerie-Rundgang', en: 'Gallery walk' },
    instruction: {
      de: 'Sehen Sie sich die Prototypen der anderen an und geben Sie Rückmeldung, mit der sich weiterarbeiten lässt.',
      en: 'Look at the other groups’ prototypes and give feedback they can work with.',
    },
    question: words(['Was hilft den anderen Gruppen weiter?', 'What would help the other groups?']),
    tip: words(['Erst ansehen, dann fragen, zuletzt raten.', 'Look first, then ask, advise last.']),
    fields: inRows(
      [
        field('like', ['Das gefällt mir', 'I like'], {
          example: ['Man sieht sofort, was fehlt.', 'You can see at once what is missing.'],
        }),
        field('wish', ['Das wünsche ich mir', 'I wish'], {
          example: ['Eine Fassung in einfacher Sprache', 'A version in plain language'],
        }),
      ],
      [
        field('wonder', ['Das frage ich mich', 'I wonder'], {
          example: ['Wer pflegt die Texte?', 'Who maintains the texts?'],
        }),
        field('ideas', ['Neue Ideen', 'New ideas'], {
          takes: ['idea'],
          example: ['Den Stand auch per SMS schicken', 'Send the status by text message, too'],
        }),
      ],
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
    question: words([
      'Wer sagt was zu, und wie geht es weiter?',
      'Who commits to what, and what comes next?',
    ]),
    fields: inRows([
      field('commitments', ['Zusagen', 'Commitments'], {
        example: ['Wiesenau stellt zwei Testtage.', 'Wiesenau offers two days for tests.'],
      }),
      field('questions', ['Offene Fragen', 'Open questions'], {
        example: ['Passt das zum Landesportal?', 'Does this fit the state portal?'],
      }),
      field('next', ['So geht es weiter', 'What happens next'], {
        example: ['Treffen der Tandems im Juni', 'Meeting of the tandems in June'],
      }),
    ]),
  },
  decisionsPage,
  ...(retrospective.page ? [retrospective.page] : []),
]
