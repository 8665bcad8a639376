import { defineKind } from '../spec.ts'
import { pitchFace } from './face.ts'

/** A solution in four parts: need, approach, benefit per cost, alternatives (NABC, SRI; Carlson and Wilmot, 2006). */
export const pitch = defineKind({
  headline: 'title',
  detail: [],
  phase: 'closing',
  family: 'commit',
  icon: 'megaphone',
  face: pitchFace,
  size: { w: 584, h: 236 },
  evidence: 'needed',
  begins: 'empty',
  from: ['concept', 'prototype', 'learning'],
  wordsInto: { learning: 'approach' },
  pages: ['closing-pitch'],
  chapter: 'partnerships',
  slides: [['need', 'approach'], ['benefitPerCost', 'alternatives'], ['ask']],
  fields: {
    title: { type: 'line', maxChars: 160 },
    need: { type: 'text', maxChars: 1_500 },
    approach: { type: 'text', maxChars: 1_500 },
    benefitPerCost: { type: 'text', maxChars: 1_500 },
    alternatives: { type: 'text', maxChars: 1_500 },
    ask: { type: 'text', maxChars: 600 },
  },
})
