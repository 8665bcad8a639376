import { defineKind } from '../spec.ts'
import { milestoneFace } from './face.ts'

/** A point on the way to putting a solution into practice. */
export const milestone = defineKind({
  headline: 'what',
  detail: ['owner'],
  phase: 'closing',
  family: 'commit',
  icon: 'flag',
  face: milestoneFace,
  size: { w: 284, h: 136 },
  evidence: 'free',
  begins: 'empty',
  from: ['partnership', 'pitch'],
  wordsInto: { partnership: 'owner' },
  pages: ['closing-roadmap'],
  chapter: 'roadmap',
  milestone: { owner: 'owner', day: 'due', step: 'roadmapStep', promise: { by: 'state', done: 'done' } },
  freshIn: ['state'],
  fields: {
    what: { type: 'line', maxChars: 200 },
    owner: { type: 'line', maxChars: 160 },
    due: { type: 'date' },
    roadmapStep: {
      type: 'choice',
      options: ['partnerships', 'development', 'implementation', 'provision', 'evolution'],
      initial: 'partnerships',
    },
    state: { type: 'choice', options: ['open', 'underway', 'done'], initial: 'open' },
  },
})
