import { defineKind } from '../spec.ts'
import { profileFace } from './face.ts'

/** Kinds of organisation, as `organisationKinds` of people's has them: a test holds the two together. */
const operatorKinds = [
  'unknown',
  'county',
  'independentCity',
  'municipality',
  'municipalItProvider',
  'coordination',
  'technologyPartner',
  'state',
  'association',
  'university',
  'other',
] as const
const costKinds = ['unknown', 'free', 'once', 'running', 'onceAndRunning'] as const

/** A catalogue entry for a finished solution, so that others can reuse it (Lösungssteckbrief). */
export const profile = defineKind({
  headline: 'name',
  detail: ['purpose'],
  phase: 'closing',
  family: 'commit',
  icon: 'book-open',
  face: profileFace,
  size: { w: 384, h: 224 },
  evidence: 'free',
  begins: 'empty',
  from: ['concept', 'pitch', 'prototype'],
  pages: ['closing-profiles'],
  release: { by: 'publication', open: ['released'], writableBy: 'moderators', telling: null },
  chapter: 'partnerships',
  precedent: 'offered',
  gallery: true,
  freshIn: ['publication'],
  fields: {
    name: { type: 'line', maxChars: 160 },
    purpose: { type: 'text', maxChars: 1_500 },
    targetGroup: { type: 'line', maxChars: 300 },
    readiness: { type: 'choice', options: ['concept', 'prototype', 'pilot', 'inUse'], initial: 'concept' },
    reuse: { type: 'text', maxChars: 1_000 },
    transferConditions: { type: 'text', maxChars: 1_500 },
    operator: { type: 'line', maxChars: 200 },
    operatorKind: { type: 'choice', options: operatorKinds, initial: 'unknown' },
    costs: { type: 'text', maxChars: 1_000 },
    costKind: { type: 'choice', options: costKinds, initial: 'unknown' },
    topic: { type: 'line', maxChars: 120 },
    contact: { type: 'line', maxChars: 200 },
    publication: { type: 'choice', options: ['group', 'released'], initial: 'group' },
  },
})
