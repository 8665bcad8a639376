import { limits } from '../../base/limits.ts'
import { defineKind } from '../spec.ts'
import { documentFace } from './face.ts'

/** A text beside the interviews that is none: how they were led, what their authors conclude. Nobody's evidence. */
export const document = defineKind({
  headline: 'title',
  detail: [],
  phase: 'preparation',
  family: 'evidence',
  icon: 'book-open',
  face: documentFace,
  size: { w: 284, h: 148 },
  evidence: 'free',
  begins: 'alongside',
  from: [],
  pages: [],
  fields: {
    title: { type: 'line', maxChars: 200 },
    transcript: { type: 'transcript', maxChars: limits.maxTranscriptChars },
    strong: { type: 'spans', maxChars: limits.maxSpansChars },
  },
})
