import type { TextsOf } from '../texts.ts'
import type { profile as spec } from './spec.ts'

export const profile = {
  label: 'Lösungssteckbrief',
  plural: 'Lösungssteckbriefe',
  hint: 'Die fertige Lösung auf einen Blick, damit andere sie nachnutzen können.',
  empty: 'Steckbrief ohne Namen',
  withheld: 'Steckbrief nicht freigegeben, bleibt in der Gruppe',
  face: { targetGroup: 'Für', operator: 'Betrieb', costs: 'Kosten', reuse: 'Nachnutzen' },
  fields: {
    name: { label: 'Name', example: 'Standlicht' },
    purpose: { label: 'Wozu?', hint: 'Ein bis zwei Sätze.' },
    targetGroup: { label: 'Für wen?', example: 'Bürgerbüros kleiner Gemeinden' },
    readiness: {
      label: 'Wie weit?',
      hint: 'Wie weit ist die Lösung heute?',
      options: { concept: 'Konzept', prototype: 'Prototyp', pilot: 'Pilot', inUse: 'im Einsatz' },
    },
    reuse: { label: 'So nachnutzen', hint: 'Was ist der erste Schritt?' },
    transferConditions: { label: 'Voraussetzungen', hint: 'Was muss vor Ort da sein?' },
    operator: { label: 'Betrieb', hint: 'Wer betreibt sie?' },
    operatorKind: {
      label: 'Art der Stelle',
      hint: 'Zu welcher Art von Stelle der Betrieb gehört.',
      options: {
        unknown: 'noch offen',
        county: 'Landkreis',
        independentCity: 'Kreisfreie Stadt',
        municipality: 'Kreisangehörige Stadt oder Gemeinde',
        municipalItProvider: 'Kommunaler IT-Dienstleister',
        coordination: 'Koordinierungsstelle',
        technologyPartner: 'Technologie-Partner',
        state: 'Land oder Ministerium',
        association: 'Spitzenverband',
        university: 'Hochschule oder Forschung',
        other: 'Sonstige',
      },
    },
    costs: { label: 'Kosten', hint: 'Einmalig und laufend.' },
    costKind: {
      label: 'Art der Kosten',
      options: {
        unknown: 'noch offen',
        free: 'kostenfrei',
        once: 'einmalig',
        running: 'laufend',
        onceAndRunning: 'einmalig und laufend',
      },
    },
    topic: { label: 'Thema', hint: 'Wonach würde man suchen?', example: 'Antragsbearbeitung' },
    contact: { label: 'Kontakt', hint: 'Funktion und Stelle genügen.' },
    publication: {
      label: 'Freigabe',
      hint: 'Was nicht hinausdarf, steht in keinem Verzeichnis.',
      options: { group: 'nur für die Gruppe', released: 'darf hinaus' },
    },
  },
} satisfies TextsOf<typeof spec>
