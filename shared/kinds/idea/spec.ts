import { defineKind } from '../spec.ts'
import { ideaFace } from './face.ts'

/** One sentence that could become a solution. */
export const idea = defineKind({
  headline: 'sentence',
  detail: [],
  phase: 'solution',
  family: 'make',
  icon: 'lightbulb',
  face: ideaFace,
  size: { w: 184, h: 144 },
  evidence: 'needed',
  awaits: { gap: 'untestedIdeas', until: ['testCard', 'testSession', 'feedback', 'learning'] },
  begins: 'empty',
  from: ['hmw', 'pov', 'insight', 'persona', 'quote', 'existingSolution', 'note', 'idea'],
  wordsInto: { hmw: null, persona: null },
  pages: ['solution-ideas'],
  chapter: 'shortlist',
  precedent: 'both',
  fields: {
    sentence: { type: 'text', maxChars: 600 },
    benefit: { type: 'text', maxChars: 2_000 },
    sketch: { type: 'image' },
  },
})
