import { defineKind } from '../spec.ts'
import { observationFace } from './face.ts'

/** Something seen, with what it may mean kept apart, so that nobody takes a reading for a fact. */
export const observation = defineKind({
  headline: 'fact',
  detail: ['place'],
  phase: 'preparation',
  family: 'evidence',
  icon: 'eye',
  face: observationFace,
  size: { w: 284, h: 204 },
  evidence: 'is',
  begins: 'empty',
  from: ['note'],
  pages: [],
  fields: {
    fact: { type: 'text', maxChars: 1_000 },
    interpretation: { type: 'text', maxChars: 1_000 },
    place: { type: 'line', maxChars: 160 },
    date: { type: 'date' },
  },
})
