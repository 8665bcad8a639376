import { field, inRows, words, quadrants } from './layout.ts'
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
    question: words([
      'Was erzählen die Menschen, um deren Alltag es geht?',
      'What do the people say whose everyday work this is about?',
    ]),
    tip: words([
      'Ein O-Ton ist wörtlich und steht für sich. Lieber kurz als vollständig.',
      'A quote is verbatim and stands alone. Rather short than complete.',
    ]),
    fields: inRows([
      field('protocols', ['Interviewprotokolle', 'Interview protocols'], {
        span: 4,
        takes: ['interview'],
        hint: ['Ein Protokoll je Gespräch.', 'One protocol for each conversation.'],
        example: ['Gespräch im Bürgerbüro, März', 'Conversation at the citizens’ office, March'],
      }),
      field('quotes', ['O-Töne', 'Quotes'], {
        span: 8,
        takes: ['quote'],
        flow: 2,
        hint: ['Was jemand gesagt hat, im Wortlaut.', 'What somebody said, in their words.'],
        example: ['Ich trage das jeden Abend von Hand nach.', 'Every evening I enter it again by hand.'],
      }),
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
    question: words(['Wo häuft sich, was wir gehört haben?', 'Where does what we have heard pile up?']),
    tip: words([
      'Erst allein zuordnen, dann über die strittigen Karten sprechen.',
      'First sort alone, then talk about the disputed cards.',
    ]),
    fields: quadrants({
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
    question: words([
      'An welcher einen Frage wollen wir arbeiten?',
      'Which one question do we want to work on?',
    ]),
    tip: words([
      'Eine gute Frage lässt mehrere Lösungen zu und nennt die Betroffenen.',
      'A good question allows several solutions and names those affected.',
    ]),
    fields: inRows(
      [
        field('proposals', ['Vorschläge', 'Proposals'], {
          example: [
            'Wie können wir Anträge für Eltern einfacher machen?',
            'How might we make applications simpler for parents?',
          ],
        }),
        field('chosen', ['Unsere Challenge', 'Our challenge'], {
          flow: 1,
          example: [
            'die eine Frage, auf die sich alle geeinigt haben',
            'the one question all have agreed on',
          ],
        }),
      ],
      [
        field('background', ['Hintergrund', 'Background'], {
          example: ['Zwölf Verfahren, drei Portale', 'Twelve procedures, three portals'],
        }),
        field('non-goals', ['Was nicht dazugehört', 'What is not part of it'], {
          example: ['Ein neues Fachverfahren kaufen', 'Buying new specialist software'],
        }),
      ],
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
    question: words([
      'Wofür sind wir da, und wie wollen wir zusammenarbeiten?',
      'What are we here for, and how do we want to work together?',
    ]),
    fields: inRows(
      [
        field('purpose', ['Unser Auftrag', 'Our purpose'], {
          example: ['Wir machen den Umzug einfacher.', 'We make moving house simpler.'],
        }),
        field('goals', ['Gemeinsame Ziele', 'Shared goals'], {
          example: ['Ein Prototyp bis Mai', 'A prototype by May'],
        }),
        field('strengths', ['Rollen & Stärken', 'Roles & strengths'], {
          example: ['Ich kenne das Fachverfahren.', 'I know the specialist software.'],
        }),
      ],
      [
        field('needs', ['Was wir brauchen', 'What we need'], {
          example: ['Zeit am Freitagvormittag', 'Time on Friday mornings'],
        }),
        field('personal-goals', ['Persönliche Ziele', 'Personal goals'], {
          example: ['Andere Kommunen kennenlernen', 'Getting to know other municipalities'],
        }),
        field('rules', ['Spielregeln', 'Working agreements'], {
          example: ['Wir lassen einander ausreden.', 'We let each other finish.'],
        }),
      ],
    ),
  },
  {
    key: 'expectations',
    phase: 'kickoff',
    name: { de: 'Erwartungen', en: 'Expectations' },
    instruction: {
      de: 'Schreiben Sie eine Hoffnung und eine Befürchtung. Was heute zu weit führt, kommt in den Themenspeicher.',
      en: 'Write down one hope and one fear. What leads too far today goes to the parking lot.',
    },
    question: words([
      'Was soll am Ende anders sein, und was darf nicht passieren?',
      'What should be different in the end, and what must not happen?',
    ]),
    tip: words([
      '5 Minuten einzeln, danach lesen alle gemeinsam.',
      '5 minutes alone, then everybody reads together.',
    ]),
    fields: inRows([
      field('hopes', ['Hoffnungen', 'Hopes'], {
        hint: ['Woran merken wir, dass es sich gelohnt hat?', 'How will we notice that it was worth it?'],
        example: ['Wir teilen eine Lösung.', 'We share one solution.'],
      }),
      field('fears', ['Befürchtungen', 'Fears'], {
        hint: ['Was hält uns auf, wenn wir nicht darauf achten?', 'What holds us up unless we watch out?'],
        example: ['Noch ein Programm obendrauf.', 'Yet another program on top.'],
      }),
      field('parking', ['Themenspeicher', 'Parking lot'], {
        hint: ['Wichtig, aber nicht heute.', 'Important, but not today.'],
        example: ['Wer zahlt den Betrieb?', 'Who pays for operation?'],
      }),
    ]),
  },
]
