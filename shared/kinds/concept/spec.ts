import { defineKind } from '../spec.ts'
import { conceptFace } from './face.ts'

/** An idea worked out on one page, so that others can judge it. */
export const concept = defineKind({
  headline: 'name',
  detail: ['targetGroup'],
  phase: 'solution',
  family: 'make',
  icon: 'presentation',
  face: conceptFace,
  size: { w: 584, h: 304 },
  evidence: 'needed',
  begins: 'empty',
  from: ['idea', 'hmw', 'crazy8', 'brainwriting'],
  wordsInto: { hmw: 'problem' },
  pages: ['solution-concepts'],
  chapter: 'shortlist',
  slides: [
    ['problem', 'solution'],
    ['flow', 'benefit'],
    ['integration', 'assumptions'],
  ],
  precedent: 'both',
  fields: {
    name: { type: 'line', maxChars: 160 },
    targetGroup: { type: 'line', maxChars: 300 },
    problem: { type: 'text', maxChars: 1_500 },
    solution: { type: 'text', maxChars: 2_000 },
    flow: { type: 'text', maxChars: 2_000 },
    benefit: { type: 'text', maxChars: 2_000 },
    assumptions: { type: 'text', maxChars: 1_500 },
    integration: { type: 'text', maxChars: 1_500 },
    makeOrBuy: { type: 'choice', options: ['open', 'reuse', 'buy', 'build'], initial: 'open' },
    sketch: { type: 'image' },
  },
})
