import type { TextsOf } from '../texts.ts'
import type { existingSolution as spec } from './spec.ts'

export const existingSolution = {
  label: 'Bestandslösung',
  plural: 'Bestandslösungen',
  hint: 'Was es schon gibt und irgendwo genutzt wird.',
  empty: 'Bestandslösung ohne Namen',
  face: {
    users: 'Nutzen',
    technology: 'Technik',
    gaps: 'Lücke',
    maturity: 'Reife',
    level1: 'Idee',
    level2: 'Pilot',
    level3: 'im Einsatz',
    level4: 'weit verbreitet',
  },
  fields: {
    name: { label: 'Name', example: 'Kita-Portal mit Statuszeile' },
    provider: { label: 'Anbieter', hint: 'Wer stellt sie bereit?', example: 'kommunaler IT-Dienstleister' },
    purpose: { label: 'Wofür ist sie?', example: 'Eltern sehen, wie weit ihre Anmeldung ist' },
    users: { label: 'Wer nutzt sie?', hint: 'Kommunen und seit wann.', example: '6 Kommunen, seit 2024' },
    maturity: { label: 'Reife', hint: '1 = Idee, 2 = Pilot, 3 = im Einsatz, 4 = weit verbreitet' },
    technology: {
      label: 'Technik',
      hint: 'Worauf läuft sie?',
      example: 'Webanwendung, im Rechenzentrum betrieben',
    },
    interfaces: {
      label: 'Schnittstellen',
      hint: 'Womit ist sie verbunden?',
      example: 'Fachverfahren über offene Schnittstelle',
    },
    licence: { label: 'Lizenz', example: 'EUPL 1.2' },
    costModel: {
      label: 'Kosten',
      hint: 'Einmalig, im Jahr, je Einwohnerin und Einwohner?',
      example: '0,30 € je Einwohnerin und Einwohner im Jahr',
    },
    frameworkContract: {
      label: 'Vergabeweg',
      hint: 'Gibt es einen Rahmenvertrag oder eine Inhouse-Vergabe?',
      example: 'Inhouse über den IT-Dienstleister',
    },
    reuse: {
      label: 'Nachnutzung',
      hint: 'Was braucht eine andere Kommune dafür?',
      example: 'Beitritt zur Nutzungsvereinbarung',
    },
    contact: {
      label: 'Kontakt',
      hint: 'Funktion und Stelle genügen.',
      example: 'Fachdienst Digitalisierung',
    },
    gaps: { label: 'Lücke', hint: 'Was kann sie nicht?', example: 'kennt nur zwei Zustände' },
    link: { label: 'Internetadresse', hint: 'Wo lässt sich mehr darüber lesen?' },
    origin: { label: 'Herkunft', hint: 'Woher wissen wir das, und von wann ist es?' },
    listing: { label: 'Katalog', options: { listed: 'aufgeführt', removed: 'nicht mehr aufgeführt' } },
  },
} satisfies TextsOf<typeof spec>
