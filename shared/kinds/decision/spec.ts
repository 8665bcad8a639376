import { defineKind } from '../spec.ts'
import { decisionFace } from './face.ts'

/** Something a group has settled, with who carries it. */
export const decision = defineKind({
  headline: 'text',
  detail: ['owner'],
  phase: 'accompanying',
  family: 'frame',
  icon: 'gavel',
  face: decisionFace,
  size: { w: 284, h: 188 },
  evidence: 'free',
  begins: 'empty',
  from: ['note', 'parking', 'learning'],
  pages: ['accompanying-decisions'],
  chapter: 'decisions',
  captured: {
    owner: 'owner',
    day: 'date',
    said: ['beschlossen', 'beschluss', 'entscheidung', 'decided', 'decision'],
  },
  freshIn: ['date', 'votesFor', 'votesAgainst'],
  fields: {
    text: { type: 'text', maxChars: 1_000 },
    owner: { type: 'line', maxChars: 160 },
    date: { type: 'date' },
    votesFor: { type: 'number', min: 0, max: 1000 },
    votesAgainst: { type: 'number', min: 0, max: 1000 },
  },
})
