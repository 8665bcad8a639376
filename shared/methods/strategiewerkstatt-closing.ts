import { field, inRows, words } from './layout.ts'
import type { PageTemplate } from './method.ts'

/** Phase 5, Abschluss und Präsentation: convince others and make promises that hold. */
export const closingPages: PageTemplate[] = [
  {
    key: 'pitch',
    phase: 'closing',
    name: { de: 'Präsentation', en: 'Presentation' },
    instruction: {
      de: 'Bereiten Sie fünf Minuten vor: welcher Bedarf, welche Lösung, welcher Nutzen, welche Alternativen. Sagen Sie am Ende klar, worum Sie bitten.',
      en: 'Prepare five minutes: which need, which approach, which benefit, which alternatives. Say clearly at the end what you ask for.',
    },
    question: words([
      'Warum sollte jemand dafür Zeit und Geld geben?',
      'Why should anybody give time and money for this?',
    ]),
    tip: words([
      'Fünf Minuten. Am Ende steht eine klare Bitte.',
      'Five minutes. A clear ask stands at the end.',
    ]),
    fields: inRows(
      [
        field('need', ['Bedarf', 'Need'], {
          example: [
            'Tausend Anrufe im Monat fragen nach dem Stand.',
            'A thousand calls a month ask for the state.',
          ],
        }),
        field('approach', ['Lösung', 'Approach'], {
          example: ['Eine Statusseite für alle Kommunen', 'One status page for all municipalities'],
        }),
        field('benefit', ['Nutzen und Aufwand', 'Benefit and cost'], {
          example: ['Ein Drittel weniger Anrufe', 'A third fewer calls'],
        }),
      ],
      [
        field('alternatives', ['Alternativen', 'Alternatives'], {
          example: ['Jede Kommune baut selbst.', 'Every municipality builds its own.'],
        }),
        field('ask', ['Unsere Bitte', 'Our ask'], {
          example: ['Zwei Kommunen für den Piloten', 'Two municipalities for the pilot'],
        }),
      ],
    ),
  },
  {
    key: 'partners',
    phase: 'closing',
    name: { de: 'Partnerschaften & nächste Schritte', en: 'Partnerships & next steps' },
    instruction: {
      de: 'Halten Sie fest, wer mitmacht und was jede Seite beiträgt. Zu jedem Schritt gehören eine verantwortliche Stelle und ein Datum.',
      en: 'Note who takes part and what each side contributes. Every step needs somebody responsible and a date.',
    },
    question: words([
      'Wer macht mit, und was passiert bis wann?',
      'Who takes part, and what happens by when?',
    ]),
    fields: inRows([
      field('partners', ['Umsetzungspartnerschaften', 'Implementation partnerships'], {
        example: ['Moorbeck übernimmt den Piloten.', 'Moorbeck takes on the pilot.'],
      }),
      field('milestones', ['Meilensteine', 'Milestones'], {
        example: ['Bis 1. Juni: Beschluss im Rat', 'By 1 June: council decision'],
      }),
      field('open', ['Noch zu klären', 'Still to be settled'], {
        example: ['Wer betreibt den Server?', 'Who runs the server?'],
      }),
    ]),
  },
]

/** Phase 6, Begleitende Formate: runs beside all the others. */
export const accompanyingPages: PageTemplate[] = [
  {
    key: 'decisions',
    phase: 'accompanying',
    name: { de: 'Beschlüsse & Aufgaben', en: 'Decisions & tasks' },
    instruction: {
      de: 'Schreiben Sie mit, was beschlossen ist und wer was bis wann erledigt. Offenes kommt in den Themenspeicher.',
      en: 'Note down what has been decided and who does what by when. Open matters go to the parking lot.',
    },
    question: words([
      'Was gilt jetzt, und wer tut den nächsten Schritt?',
      'What holds now, and who takes the next step?',
    ]),
    fields: inRows([
      field('decisions', ['Beschlüsse', 'Decisions'], {
        example: ['Wir beginnen mit dem Wohngeld.', 'We begin with housing benefit.'],
      }),
      field('tasks', ['Aufgaben', 'Tasks'], {
        example: ['Imke lädt die Kämmerei ein, bis Freitag.', 'Imke invites the treasury, by Friday.'],
      }),
      field('parking', ['Themenspeicher', 'Parking lot'], {
        example: ['Wie halten wir die Texte aktuell?', 'How do we keep the texts up to date?'],
      }),
    ]),
  },
  {
    key: 'retro',
    phase: 'accompanying',
    name: { de: 'Blitzlicht', en: 'Flash feedback' },
    instruction: {
      de: 'Ein Satz pro Person genügt: Was war heute gut, was war schwierig, was soll beim nächsten Mal anders sein?',
      en: 'One sentence each is enough: what went well today, what was difficult, what should be different next time?',
    },
    question: words(['Wie war der Tag für Sie?', 'How was the day for you?']),
    fields: inRows([
      field('good', ['Das war gut', 'Went well'], {
        example: ['Endlich einmal alle an einem Tisch.', 'Everybody at one table for once.'],
      }),
      field('difficult', ['Das war schwierig', 'Was difficult'], {
        example: ['Zu wenig Zeit für die Tests.', 'Too little time for the tests.'],
      }),
      field('next', ['Beim nächsten Mal', 'Next time'], {
        example: ['Mit einer Pause mehr.', 'With one more break.'],
      }),
    ]),
  },
]
