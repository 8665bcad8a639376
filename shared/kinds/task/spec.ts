import { defineKind } from '../spec.ts'
import { taskFace } from './face.ts'

/** Something somebody does by a day. */
export const task = defineKind({
  headline: 'text',
  detail: ['owner'],
  phase: 'accompanying',
  family: 'frame',
  icon: 'square-check',
  face: taskFace,
  size: { w: 284, h: 132 },
  evidence: 'free',
  begins: 'empty',
  from: ['note', 'decision', 'parking'],
  pages: [],
  chapter: 'tasks',
  captured: {
    owner: 'owner',
    day: 'due',
    said: ['aufgabe', 'todo', 'to-do', 'task', 'action'],
    promise: { by: 'state', done: 'done' },
  },
  freshIn: ['state'],
  fields: {
    text: { type: 'text', maxChars: 1_000 },
    owner: { type: 'line', maxChars: 160 },
    due: { type: 'date' },
    state: { type: 'choice', options: ['open', 'underway', 'done'], initial: 'open' },
  },
})
