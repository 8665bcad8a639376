import { defineKind } from '../spec.ts'
import { partnershipFace } from './face.ts'

/** Somebody who helps to put a solution into practice, and how firmly. */
export const partnership = defineKind({
  headline: 'partner',
  detail: ['partnerRole'],
  phase: 'closing',
  family: 'commit',
  icon: 'handshake',
  face: partnershipFace,
  size: { w: 284, h: 228 },
  evidence: 'free',
  begins: 'empty',
  from: ['pitch', 'concept', 'profile'],
  wordsInto: { pitch: null, concept: null, profile: null },
  pages: ['closing-partners'],
  chapter: 'partnerships',
  pledge: {
    role: 'partnerRole',
    firmness: 'commitment',
    body: 'decidingBody',
    day: 'decisionDate',
    agreement: { by: 'committee', pending: ['unknown', 'needed'] },
  },
  fields: {
    partner: { type: 'line', maxChars: 200 },
    partnerRole: { type: 'line', maxChars: 160 },
    people: { type: 'text', maxChars: 600 },
    money: { type: 'text', maxChars: 600 },
    technologyShare: { type: 'text', maxChars: 600 },
    commitment: { type: 'choice', options: ['interest', 'pilot', 'promise'], initial: 'interest' },
    committee: {
      type: 'choice',
      options: ['unknown', 'notNeeded', 'needed', 'approved'],
      initial: 'unknown',
    },
    procurement: { type: 'line', maxChars: 200 },
    pilotMunicipality: { type: 'line', maxChars: 160 },
    decidingBody: { type: 'line', maxChars: 200 },
    decisionDate: { type: 'date' },
    rollOut: { type: 'text', maxChars: 600 },
    due: { type: 'date' },
    contact: { type: 'line', maxChars: 200 },
  },
})
