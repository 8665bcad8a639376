import { defineKind } from '../spec.ts'
import { checkinFace } from './face.ts'

/** A short question at the beginning, answered on a scale and, if people like, in a word. */
export const checkin = defineKind({
  headline: 'question',
  detail: [],
  phase: 'kickoff',
  family: 'frame',
  icon: 'smile',
  face: checkinFace,
  size: { w: 184, h: 204 },
  evidence: 'free',
  begins: 'empty',
  from: [],
  pages: ['kickoff-checkin'],
  fields: {
    question: { type: 'text', maxChars: 400 },
    scaleLow: { type: 'line', maxChars: 40 },
    scaleHigh: { type: 'line', maxChars: 40 },
    answers: {
      type: 'items',
      max: 200,
      fields: { mood: { type: 'number', min: 1, max: 5 }, word: { type: 'line', maxChars: 120 } },
    },
  },
})
