import type { TextsOf } from '../texts.ts'
import type { interview as spec } from './spec.ts'

export const interview = {
  label: 'Interview',
  plural: 'Interviews',
  hint: 'The record of a conversation. Its text stays as it is.',
  empty: 'Interview without a title',
  withheld: 'Interview without consent, stays in the group',
  face: {
    missing: 'no transcript',
    consentGiven: 'Consent',
    consentUnknown: 'Consent not clarified',
    consentRefused: 'Consent refused',
  },
  fields: {
    title: { label: 'Title' },
    number: { label: 'Number' },
    strong: { label: 'Emphasised' },
    revisions: {
      label: 'Corrections',
      item: 'Correction',
      fields: {
        transcript: { label: 'Corrected text' },
        strong: { label: 'Emphasised' },
        by: { label: 'Who corrected it?' },
      },
    },
    redactions: {
      label: 'Redacted',
      item: 'Redacted passage',
      fields: { words: { label: 'Wording' } },
    },
    transcript: { label: 'Text of the interview', hint: 'Never changes, because quotes point into it.' },
    date: { label: 'Date of the conversation' },
    minutes: { label: 'Length in minutes' },
    format: {
      label: 'How did you talk?',
      options: {
        unknown: 'not stated yet',
        inPerson: 'in person',
        video: 'video call',
        phone: 'phone',
        written: 'in writing',
      },
    },
    municipality: { label: 'Municipality' },
    sizeClass: {
      label: 'Size of the municipality',
      options: {
        unknown: 'not stated yet',
        upTo5000: 'up to 5,000 inhabitants',
        upTo20000: 'up to 20,000 inhabitants',
        upTo100000: 'up to 100,000 inhabitants',
        over100000: 'more than 100,000 inhabitants',
      },
    },
    function: {
      label: 'Role of the person interviewed',
      hint: 'No name, for example: head of office.',
    },
    interviewer: { label: 'Interviewer' },
    anonymity: {
      label: 'What was promised?',
      hint: 'What stays here is blacked out in files and pictures, on the quotes as well.',
      options: {
        unknown: 'not clarified yet',
        none: 'The person may be recognised',
        place: 'The municipality stays here',
        person: 'Municipality, date and role stay here',
      },
    },
    placeOutside: {
      label: 'Municipality as shown outside',
      hint: 'Stands in files and pictures instead of the name, for example: small town, below 20,000.',
    },
    consent: {
      label: 'Consent',
      hint: 'May the conversation be used?',
      options: { unknown: 'Not clarified yet', given: 'Given', refused: 'Refused' },
    },
  },
} satisfies TextsOf<typeof spec>
