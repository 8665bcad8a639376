import { defineKind } from '../spec.ts'
import { challengeFace } from './face.ts'

/** The question a project group works on: who is to be able to do what, in which setting (design challenge). */
export const challenge = defineKind({
  headline: 'question',
  detail: ['sponsor'],
  phase: 'preparation',
  family: 'frame',
  icon: 'target',
  face: challengeFace,
  size: { w: 584, h: 236 },
  evidence: 'needed',
  begins: 'empty',
  from: ['note', 'insight', 'cluster'],
  pages: ['preparation-challenge'],
  chapter: 'question',
  fields: {
    question: { type: 'text', maxChars: 400 },
    background: { type: 'text', maxChars: 4_000 },
    nonGoals: { type: 'text', maxChars: 1_000 },
    frame: { type: 'text', maxChars: 1_000 },
    sponsor: { type: 'line', maxChars: 160 },
    group: { type: 'line', maxChars: 120 },
  },
})
