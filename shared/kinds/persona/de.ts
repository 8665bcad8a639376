import type { TextsOf } from '../texts.ts'
import type { persona as spec } from './spec.ts'

export const persona = {
  label: 'Persona',
  plural: 'Personas',
  hint: 'Eine erfundene Person, die für viele steht.',
  empty: 'Persona ohne Namen',
  face: { goals: 'Ziel', needs: 'Braucht', obstacles: 'Hindernis', digitalSkill: 'Digitales' },
  fields: {
    name: { label: 'Name', hint: 'Erfunden, aber glaubhaft.' },
    role: { label: 'Rolle', hint: 'Zum Beispiel: Sachbearbeitung im Bürgerbüro.' },
    municipality: { label: 'Kommune', hint: 'Art und Größe genügen.' },
    portrait: { label: 'Porträt' },
    quote: { label: 'Typischer Satz', hint: 'Was würde diese Person sagen?' },
    everydayLife: {
      label: 'Alltag',
      hint: 'Wie sieht ein gewöhnlicher Tag aus?',
      example: 'Vormittags Schalter, nachmittags Anrufe',
    },
    goals: { label: 'Ziele', hint: 'Was will sie erreichen?', example: 'Beim ersten Anruf Auskunft geben' },
    needs: {
      label: 'Bedürfnisse',
      hint: 'Was braucht sie dafür, auch wenn sie es nicht sagt?',
      example: 'Wissen, wer gerade dran ist',
    },
    obstacles: {
      label: 'Hindernisse',
      hint: 'Was steht im Weg?',
      example: 'Drei Programme, die nichts voneinander wissen',
    },
    digitalSkill: { label: 'Sicherheit im Digitalen', hint: '1 = unsicher, 5 = sehr sicher' },
  },
} satisfies TextsOf<typeof spec>
