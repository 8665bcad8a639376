import { defineKind } from '../spec.ts'
import { minutesFace } from './face.ts'

/** What a meeting came to, in words that people agree on. */
export const minutes = defineKind({
  headline: 'title',
  detail: [],
  phase: 'accompanying',
  family: 'frame',
  icon: 'scroll-text',
  face: minutesFace,
  size: { w: 284, h: 204 },
  evidence: 'free',
  begins: 'empty',
  from: [],
  pages: [],
  chapter: 'decisions',
  fields: {
    title: { type: 'line', maxChars: 160 },
    date: { type: 'date' },
    points: { type: 'items', max: 100, fields: { text: { type: 'text', maxChars: 1_500 } } },
  },
})
