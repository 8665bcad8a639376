import { defineKind } from '../spec.ts'
import { matrixFace } from './face.ts'

/** Two axes that sort cards into four quadrants. Which cards lie in it, and where, is their placement’s matter. */
export const matrix = defineKind({
  headline: 'title',
  detail: [],
  phase: 'preparation',
  family: 'frame',
  icon: 'grid-2x2',
  face: matrixFace,
  size: { w: 584, h: 520 },
  evidence: 'free',
  begins: 'empty',
  from: [],
  pages: [],
  holds: { by: 'axes' },
  fields: {
    title: { type: 'line', maxChars: 160 },
    xAxis: { type: 'line', maxChars: 80 },
    xLow: { type: 'line', maxChars: 60 },
    xHigh: { type: 'line', maxChars: 60 },
    yAxis: { type: 'line', maxChars: 80 },
    yLow: { type: 'line', maxChars: 60 },
    yHigh: { type: 'line', maxChars: 60 },
    quadrantTopLeft: { type: 'line', maxChars: 80 },
    quadrantTopLeftSummary: { type: 'text', maxChars: 600 },
    quadrantTopRight: { type: 'line', maxChars: 80 },
    quadrantTopRightSummary: { type: 'text', maxChars: 600 },
    quadrantBottomLeft: { type: 'line', maxChars: 80 },
    quadrantBottomLeftSummary: { type: 'text', maxChars: 600 },
    quadrantBottomRight: { type: 'line', maxChars: 80 },
    quadrantBottomRightSummary: { type: 'text', maxChars: 600 },
  },
})
