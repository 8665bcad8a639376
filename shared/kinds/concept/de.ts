import type { TextsOf } from '../texts.ts'
import type { concept as spec } from './spec.ts'

export const concept = {
  label: 'Konzeptposter',
  plural: 'Konzeptposter',
  hint: 'Eine Idee auf einer Seite, so dass andere sie beurteilen können.',
  empty: 'Konzept ohne Namen',
  fields: {
    name: { label: 'Name', hint: 'Kurz und einprägsam.', example: 'Standlicht' },
    targetGroup: { label: 'Für wen?', example: 'Bürgerbüro und Antragstellende' },
    problem: { label: 'Problem', hint: 'Was ist heute schwer?' },
    solution: { label: 'Lösung', hint: 'Was ist dann anders?' },
    flow: { label: 'Ablauf', hint: 'Was geschieht Schritt für Schritt?' },
    benefit: { label: 'Nutzen', hint: 'Wer hat was davon?' },
    assumptions: { label: 'Annahmen', hint: 'Was muss stimmen, damit es funktioniert?' },
    integration: { label: 'Anbindung', hint: 'Von Anfang bis Ende gedacht: womit muss es zusammenarbeiten?' },
    makeOrBuy: {
      label: 'Woher?',
      options: { open: 'noch offen', reuse: 'nachnutzen', buy: 'kaufen', build: 'selbst bauen' },
    },
    sketch: { label: 'Bild' },
  },
} satisfies TextsOf<typeof spec>
