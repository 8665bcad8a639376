import { defineKind } from '../spec.ts'
import { testSessionFace } from './face.ts'

/** What happened when somebody tried a version of a prototype. */
export const testSession = defineKind({
  headline: 'finding',
  detail: ['person', 'task'],
  phase: 'solution',
  family: 'test',
  icon: 'clipboard-check',
  face: testSessionFace,
  size: { w: 284, h: 216 },
  evidence: 'is',
  begins: 'empty',
  from: ['prototype', 'testCard'],
  wordsInto: { prototype: 'task', testCard: 'task' },
  pages: ['solution-tests'],
  chapter: 'prototypes',
  fields: {
    person: { type: 'line', maxChars: 160 },
    date: { type: 'date' },
    task: { type: 'text', maxChars: 600 },
    seen: { type: 'text', maxChars: 4_000 },
    said: { type: 'text', maxChars: 4_000 },
    finding: { type: 'text', maxChars: 600 },
    outcome: { type: 'choice', options: ['open', 'worked', 'partly', 'failed'], initial: 'open' },
  },
})
