import { defineKind } from '../spec.ts'
import { journeyFace } from './face.ts'

/** What somebody goes through step by step, how it feels, and where media break. */
export const journey = defineKind({
  headline: 'title',
  detail: ['about'],
  phase: 'problem',
  family: 'understand',
  icon: 'route',
  face: journeyFace,
  size: { w: 584, h: 248 },
  evidence: 'needed',
  begins: 'empty',
  from: ['persona', 'interview', 'cluster'],
  wordsInto: { persona: 'about' },
  pages: ['problem-journey'],
  chapter: 'personas',
  fields: {
    title: { type: 'line', maxChars: 160 },
    about: { type: 'line', maxChars: 160 },
    stages: {
      type: 'items',
      max: 30,
      fields: {
        action: { type: 'text', maxChars: 400 },
        touchpoint: { type: 'line', maxChars: 120 },
        system: { type: 'line', maxChars: 120 },
        mediaBreak: { type: 'choice', options: ['none', 'break'], initial: 'none' },
        feeling: { type: 'number', min: -2, max: 2 },
        obstacle: { type: 'text', maxChars: 400 },
        opportunity: { type: 'text', maxChars: 400 },
      },
    },
  },
})
