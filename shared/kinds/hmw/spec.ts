import { defineKind } from '../spec.ts'
import { hmwFace } from './face.ts'

/** A question that opens the space of solutions: How might we …? (Basadur; IDEO). */
export const hmw = defineKind({
  headline: 'question',
  detail: [],
  phase: 'problem',
  family: 'understand',
  icon: 'circle-question-mark',
  face: hmwFace,
  size: { w: 284, h: 188 },
  evidence: 'needed',
  awaits: { gap: 'questionsWithoutIdea', until: ['idea', 'crazy8', 'brainwriting', 'concept'] },
  begins: 'empty',
  from: ['pov', 'insight', 'journey', 'learning'],
  pages: ['problem-questions'],
  chapter: 'insights',
  fields: {
    question: { type: 'text', maxChars: 400 },
    scope: { type: 'choice', options: ['narrow', 'fitting', 'wide'], initial: 'fitting' },
  },
})
