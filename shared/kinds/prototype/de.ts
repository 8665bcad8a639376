import type { TextsOf } from '../texts.ts'
import type { prototype as spec } from './spec.ts'

export const prototype = {
  label: 'Prototyp',
  plural: 'Prototypen',
  hint: 'Etwas zum Ausprobieren. Darf hässlich sein.',
  empty: 'Prototyp ohne Namen',
  fields: {
    name: { label: 'Name', example: 'Standlicht' },
    version: { label: 'Fassung', hint: '1, 2, 3 …' },
    prototypeType: {
      label: 'Art',
      hint: 'Das Einfachste, womit sich die Annahme prüfen lässt.',
      options: {
        paper: 'Papier',
        click: 'Klickbares Bild',
        service: 'Gespielter Ablauf',
        technical: 'Technisch',
        other: 'Anderes',
      },
    },
    progress: {
      label: 'Fortschritt',
      options: { planned: 'geplant', building: 'in Arbeit', ready: 'fertig zum Testen', tested: 'getestet' },
    },
    tested: { label: 'Was wird getestet?', hint: 'Welche Annahme soll sich zeigen?' },
    changes: {
      label: 'Was ist neu?',
      hint: 'Gegenüber der Fassung davor.',
      example: 'drei Zustände statt sieben',
    },
    link: { label: 'Internetadresse', hint: 'Wo lässt sich die Fassung ansehen?' },
    pictures: {
      label: 'Bilder',
      item: 'Bild',
      fields: {
        picture: { label: 'Bild' },
        text: { label: 'Was ist zu sehen?', example: 'Die Statuszeile auf der ersten Seite' },
      },
    },
  },
} satisfies TextsOf<typeof spec>
