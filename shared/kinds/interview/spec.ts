import { limits } from '../../base/limits.ts'
import { sizeClasses } from '../../base/size-classes.ts'
import { defineKind } from '../spec.ts'
import { interviewFace } from './face.ts'

/** The protocol of one interview. Its transcript is the ground that all evidence stands on and never changes: a correction is
 * another text beside it. Without a transcript the protocol is missing. */
export const interview = defineKind({
  headline: 'title',
  detail: ['function', 'municipality'],
  phase: 'preparation',
  family: 'evidence',
  icon: 'file-text',
  face: interviewFace,
  size: { w: 284, h: 188 },
  evidence: 'source',
  begins: 'imported',
  from: [],
  pages: [],
  release: { by: 'consent', open: ['unknown', 'given'], writableBy: 'everybody', telling: null },
  place: {
    exact: 'municipality',
    outside: 'placeOutside',
    pointsWith: ['date', 'function'],
    promise: { by: 'anonymity', recognisable: 'none', placeless: 'place', hidden: 'person' },
  },
  fields: {
    title: { type: 'line', maxChars: 200 },
    number: { type: 'number', min: 1, max: 999 },
    transcript: { type: 'transcript', maxChars: limits.maxTranscriptChars },
    strong: { type: 'spans', maxChars: limits.maxSpansChars },
    /** Corrections, the last one counts: whole texts, because a quote knows in which of them it stands. */
    revisions: {
      type: 'items',
      max: limits.maxRevisions,
      inside: 'plain',
      fields: {
        transcript: { type: 'transcript', maxChars: limits.maxTranscriptChars },
        strong: { type: 'spans', maxChars: limits.maxSpansChars },
        by: { type: 'line', maxChars: limits.maxNameChars },
      },
    },
    /** Words that exist nowhere outside, whatever is released. */
    redactions: {
      type: 'items',
      max: limits.maxRedactions,
      inside: 'closing',
      fields: { words: { type: 'transcript', maxChars: limits.maxRedactedChars } },
    },
    date: { type: 'date' },
    minutes: { type: 'number', min: 1, max: 600 },
    format: {
      type: 'choice',
      options: ['unknown', 'inPerson', 'video', 'phone', 'written'],
      initial: 'unknown',
    },
    municipality: { type: 'line', maxChars: 160 },
    sizeClass: { type: 'choice', options: ['unknown', ...sizeClasses], initial: 'unknown' },
    function: { type: 'line', maxChars: 160 },
    interviewer: { type: 'line', maxChars: 160 },
    anonymity: { type: 'choice', options: ['unknown', 'none', 'place', 'person'], initial: 'unknown' },
    placeOutside: { type: 'line', maxChars: 160 },
    consent: { type: 'choice', options: ['unknown', 'given', 'refused'], initial: 'unknown' },
  },
})
