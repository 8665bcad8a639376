import { defineKind } from '../spec.ts'
import { stakeholderFace } from './face.ts'

/** Somebody whom a solution concerns or who can help or hinder it (stakeholder map). */
export const stakeholder = defineKind({
  headline: 'name',
  detail: ['role'],
  phase: 'preparation',
  family: 'evidence',
  icon: 'circle-user-round',
  face: stakeholderFace,
  size: { w: 284, h: 196 },
  evidence: 'free',
  begins: 'empty',
  from: ['note'],
  pages: ['preparation-stakeholders'],
  chapter: 'found',
  fields: {
    name: { type: 'line', maxChars: 160 },
    role: { type: 'line', maxChars: 160 },
    influence: { type: 'choice', options: ['low', 'medium', 'high'], initial: 'medium' },
    interest: { type: 'choice', options: ['low', 'medium', 'high'], initial: 'medium' },
    attitude: {
      type: 'choice',
      options: ['unknown', 'supportive', 'waiting', 'sceptical', 'opposed'],
      initial: 'unknown',
    },
    involvement: { type: 'text', maxChars: 1_000 },
  },
})
