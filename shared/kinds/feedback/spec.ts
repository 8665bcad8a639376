import { defineKind } from '../spec.ts'
import { feedbackFace } from './face.ts'

/** Four corners for what people think of something: like, wish, wonder, new ideas. */
export const feedback = defineKind({
  headline: 'about',
  detail: [],
  phase: 'solution',
  family: 'test',
  icon: 'messages-square',
  face: feedbackFace,
  size: { w: 384, h: 236 },
  evidence: 'free',
  begins: 'empty',
  from: ['concept', 'prototype', 'pitch'],
  pages: [],
  chapter: 'prototypes',
  fields: {
    about: { type: 'line', maxChars: 160 },
    likes: { type: 'text', maxChars: 2_000 },
    wishes: { type: 'text', maxChars: 2_000 },
    wonders: { type: 'text', maxChars: 2_000 },
    newIdeas: { type: 'text', maxChars: 2_000 },
  },
})
