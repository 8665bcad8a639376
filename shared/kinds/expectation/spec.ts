import { defineKind } from '../spec.ts'
import { expectationFace } from './face.ts'

/** A hope or a fear somebody brings along. */
export const expectation = defineKind({
  headline: 'text',
  detail: [],
  phase: 'kickoff',
  family: 'frame',
  icon: 'cloud-sun',
  face: expectationFace,
  size: { w: 184, h: 140 },
  evidence: 'free',
  begins: 'empty',
  from: ['note'],
  pages: ['kickoff-expectations'],
  fields: {
    text: { type: 'text', maxChars: 600 },
    leaning: { type: 'choice', options: ['hope', 'fear'], initial: 'hope' },
  },
})
