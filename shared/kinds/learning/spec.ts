import { defineKind } from '../spec.ts'
import { learningFace } from './face.ts'

/** What a test taught, and what we decide to do next (Strategyzer learning card, 2015). */
export const learning = defineKind({
  headline: 'learned',
  detail: [],
  phase: 'solution',
  family: 'test',
  icon: 'graduation-cap',
  face: learningFace,
  size: { w: 284, h: 240 },
  evidence: 'needed',
  begins: 'empty',
  from: ['testSession', 'testCard', 'feedback'],
  wordsInto: { testSession: 'observed', testCard: 'believed', feedback: 'observed' },
  pages: [],
  chapter: 'prototypes',
  fields: {
    believed: { type: 'text', maxChars: 600 },
    observed: { type: 'text', maxChars: 1_000 },
    learned: { type: 'text', maxChars: 600 },
    nextStep: { type: 'choice', options: ['open', 'iterate', 'pivot', 'continue', 'stop'], initial: 'open' },
  },
})
