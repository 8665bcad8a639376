import type { TextsOf } from '../texts.ts'
import type { matrix as spec } from './spec.ts'

export const matrix = {
  label: '2×2-Matrix',
  plural: '2×2-Matrizen',
  hint: 'Zwei Achsen, vier Felder: Karten hineinlegen und sehen, was sich häuft.',
  empty: 'Matrix ohne Titel',
  fields: {
    title: { label: 'Titel', example: 'Wo drückt es?' },
    xAxis: {
      label: 'Waagerechte Achse',
      hint: 'Was wächst von links nach rechts?',
      example: 'Art der Hürde',
    },
    xLow: { label: 'Links', example: 'technologisch' },
    xHigh: { label: 'Rechts', example: 'organisatorisch' },
    yAxis: { label: 'Senkrechte Achse', hint: 'Was wächst von unten nach oben?', example: 'Ebene' },
    yLow: { label: 'Unten', example: 'operativ' },
    yHigh: { label: 'Oben', example: 'strategisch' },
    quadrantTopLeft: { label: 'Feld oben links', hint: 'Ein Name für das, was dort liegt.' },
    quadrantTopLeftSummary: { label: 'Fazit oben links', hint: 'Was sagt dieses Feld in einem Satz?' },
    quadrantTopRight: { label: 'Feld oben rechts', hint: 'Ein Name für das, was dort liegt.' },
    quadrantTopRightSummary: { label: 'Fazit oben rechts', hint: 'Was sagt dieses Feld in einem Satz?' },
    quadrantBottomLeft: { label: 'Feld unten links', hint: 'Ein Name für das, was dort liegt.' },
    quadrantBottomLeftSummary: { label: 'Fazit unten links', hint: 'Was sagt dieses Feld in einem Satz?' },
    quadrantBottomRight: { label: 'Feld unten rechts', hint: 'Ein Name für das, was dort liegt.' },
    quadrantBottomRightSummary: { label: 'Fazit unten rechts', hint: 'Was sagt dieses Feld in einem Satz?' },
  },
} satisfies TextsOf<typeof spec>
