import { defineKind } from '../spec.ts'
import { parkingFace } from './face.ts'

/** Something important that does not belong here now, kept until somebody takes it up. */
export const parking = defineKind({
  headline: 'text',
  detail: ['owner'],
  phase: 'kickoff',
  family: 'frame',
  icon: 'square-parking',
  face: parkingFace,
  size: { w: 184, h: 140 },
  evidence: 'free',
  begins: 'empty',
  from: ['note'],
  pages: [],
  fields: {
    text: { type: 'text', maxChars: 600 },
    owner: { type: 'line', maxChars: 160 },
  },
})
