import { defineKind } from './field.ts'
import { limits } from '../base/limits.ts'

/** The protocol of one interview. Its transcript is the ground that all evidence stands on and never changes. */
export const interview = defineKind({
  headline: 'title',
  phase: 'preparation',
  size: { w: 280, h: 160 },
  fields: {
    title: { type: 'line', maxChars: 200 },
    transcript: { type: 'transcript', maxChars: limits.maxTranscriptChars },
    date: { type: 'date' },
    minutes: { type: 'number', min: 1, max: 600 },
    municipality: { type: 'line', maxChars: 160 },
    function: { type: 'line', maxChars: 160 },
    interviewer: { type: 'line', maxChars: 160 },
    consent: { type: 'choice', options: ['unknown', 'given', 'refused'], initial: 'unknown' },
  },
})
