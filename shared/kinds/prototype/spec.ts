import { defineKind } from '../spec.ts'
import { prototypeFace } from './face.ts'

/** Something one can try, in a version. A newer one replaces the older, which is kept. */
export const prototype = defineKind({
  headline: 'name',
  detail: ['changes'],
  phase: 'solution',
  family: 'make',
  icon: 'box',
  face: prototypeFace,
  size: { w: 284, h: 264 },
  evidence: 'free',
  awaits: { gap: 'untestedPrototypes', until: ['testSession', 'feedback', 'learning'] },
  begins: 'empty',
  from: ['concept', 'idea', 'storyboard'],
  pages: ['solution-prototypes'],
  chapter: 'prototypes',
  versionIn: 'version',
  freshIn: ['progress', 'changes'],
  fields: {
    name: { type: 'line', maxChars: 160 },
    version: { type: 'number', min: 1, max: 99 },
    prototypeType: {
      type: 'choice',
      options: ['paper', 'click', 'service', 'technical', 'other'],
      initial: 'paper',
    },
    progress: { type: 'choice', options: ['planned', 'building', 'ready', 'tested'], initial: 'planned' },
    tested: { type: 'text', maxChars: 1_000 },
    changes: { type: 'text', maxChars: 1_500 },
    link: { type: 'line', maxChars: 300 },
    pictures: {
      type: 'items',
      max: 12,
      fields: { picture: { type: 'image' }, text: { type: 'text', maxChars: 400 } },
    },
  },
})
