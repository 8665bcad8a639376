import { defineKind } from '../spec.ts'
import { teamCanvasFace } from './face.ts'

/** What a group agrees on before it works together (after the Team Canvas by Ivanov and Voloshchuk, 2015). */
export const teamCanvas = defineKind({
  headline: 'purpose',
  detail: [],
  phase: 'kickoff',
  family: 'frame',
  icon: 'users',
  face: teamCanvasFace,
  size: { w: 384, h: 284 },
  evidence: 'free',
  begins: 'empty',
  from: [],
  pages: ['kickoff-team'],
  fields: {
    purpose: { type: 'text', maxChars: 1_500 },
    sharedGoals: { type: 'text', maxChars: 1_500 },
    personalGoals: { type: 'text', maxChars: 1_500 },
    teamRoles: { type: 'text', maxChars: 1_500 },
    strengths: { type: 'text', maxChars: 1_500 },
    teamNeeds: { type: 'text', maxChars: 1_500 },
    rules: { type: 'text', maxChars: 1_500 },
  },
})
