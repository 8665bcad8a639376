import type { TextsOf } from '../texts.ts'
import type { empathyMap as spec } from './spec.ts'

export const empathyMap = {
  label: 'Empathiekarte',
  plural: 'Empathiekarten',
  hint: 'Einmal in die Haut einer Person schlüpfen: Was sagt, denkt, fühlt und tut sie?',
  empty: 'Empathiekarte ohne Person',
  fields: {
    about: { label: 'Für wen?', hint: 'Name der Persona oder Rolle.', example: 'Maren, Bürgerbüro' },
    says: { label: 'Sagt', hint: 'Was hört man von ihr?', example: 'Ich rufe zurück.' },
    thinks: { label: 'Denkt', hint: 'Was sagt sie nicht laut?', example: 'Hoffentlich weiß es das Bauamt.' },
    feels: { label: 'Fühlt', example: 'zwischen den Stühlen' },
    does: { label: 'Tut', hint: 'Was sieht man sie tun?', example: 'führt ein Heft' },
    pains: { label: 'Schmerz', hint: 'Was kostet Kraft?', example: 'Wut für fremde Stille' },
    gains: { label: 'Gewinn', hint: 'Was würde ihr guttun?', example: 'ein Satz genügt' },
  },
} satisfies TextsOf<typeof spec>
