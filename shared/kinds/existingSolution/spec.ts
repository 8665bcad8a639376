import { defineKind } from '../spec.ts'
import { existingSolutionFace } from './face.ts'

/** What is already in use somewhere, described so that another municipality can judge whether it fits. */
export const existingSolution = defineKind({
  headline: 'name',
  detail: ['provider'],
  phase: 'preparation',
  family: 'evidence',
  icon: 'package',
  face: existingSolutionFace,
  size: { w: 384, h: 220 },
  evidence: 'free',
  begins: 'empty',
  from: ['note'],
  pages: ['preparation-solutions'],
  chapter: 'found',
  precedent: 'offered',
  catalogue: { by: 'listing', out: 'removed' },
  fields: {
    name: { type: 'line', maxChars: 160 },
    provider: { type: 'line', maxChars: 200 },
    purpose: { type: 'text', maxChars: 1_500 },
    users: { type: 'text', maxChars: 1_000 },
    maturity: { type: 'number', min: 1, max: 4 },
    technology: { type: 'text', maxChars: 1_000 },
    interfaces: { type: 'text', maxChars: 1_000 },
    licence: { type: 'line', maxChars: 160 },
    costModel: { type: 'text', maxChars: 1_000 },
    frameworkContract: { type: 'text', maxChars: 1_000 },
    reuse: { type: 'text', maxChars: 2_500 },
    contact: { type: 'line', maxChars: 200 },
    gaps: { type: 'text', maxChars: 1_000 },
    link: { type: 'line', maxChars: 300 },
    origin: { type: 'line', maxChars: 200 },
    listing: { type: 'choice', options: ['listed', 'removed'], initial: 'listed' },
  },
})
