import { grid, named } from './layout.ts'
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
    frames: grid(
      [
        named('need', 'Bedarf', 'Need'),
        named('approach', 'Lösung', 'Approach'),
        named('benefit', 'Nutzen und Aufwand', 'Benefit and cost'),
        named('alternatives', 'Alternativen', 'Alternatives'),
        named('ask', 'Unsere Bitte', 'Our ask'),
      ],
      { perRow: 3, w: 720, h: 600 },
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
    frames: grid(
      [
        named('partners', 'Umsetzungspartnerschaften', 'Implementation partnerships'),
        named('milestones', 'Meilensteine', 'Milestones'),
        named('open', 'Noch zu klären', 'Still to be settled'),
      ],
      { perRow: 3, w: 720, h: 900 },
    ),
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
    frames: grid(
      [
        named('decisions', 'Beschlüsse', 'Decisions'),
        named('tasks', 'Aufgaben', 'Tasks'),
        named('parking', 'Themenspeicher', 'Parking lot'),
      ],
      { perRow: 3, w: 720, h: 900 },
    ),
  },
  {
    key: 'retro',
    phase: 'accompanying',
    name: { de: 'Blitzlicht', en: 'Flash feedback' },
    instruction: {
      de: 'Ein Satz pro Person genügt: Was war heute gut, was war schwierig, was soll beim nächsten Mal anders sein?',
      en: 'One sentence each is enough: what went well today, what was difficult, what should be different next time?',
    },
    frames: grid(
      [
        named('good', 'Das war gut', 'Went well'),
        named('difficult', 'Das war schwierig', 'Was difficult'),
        named('next', 'Beim nächsten Mal', 'Next time'),
      ],
      { perRow: 3, w: 720, h: 900 },
    ),
  },
]
