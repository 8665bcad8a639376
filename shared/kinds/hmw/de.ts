import type { TextsOf } from '../texts.ts'
import type { hmw as spec } from './spec.ts'

export const hmw = {
  label: 'Wie-können-wir-Frage',
  plural: 'Wie-können-wir-Fragen',
  hint: 'Eine Frage, zu der vielen etwas einfällt.',
  empty: 'Frage ohne Text',
  face: { kind: 'Wie können wir' },
  fields: {
    question: {
      label: 'Wie können wir …',
      hint: 'Weit genug für viele Ideen, eng genug für einen Anfang.',
      example: 'den Stand sichtbar machen, ohne dass ihn jemand nachträgt?',
    },
    scope: {
      label: 'Zuschnitt',
      hint: 'Zu eng nimmt die Lösung vorweg, zu weit hat keinen Anfang.',
      options: { narrow: 'eng', fitting: 'passend', wide: 'weit' },
    },
  },
} satisfies TextsOf<typeof spec>
