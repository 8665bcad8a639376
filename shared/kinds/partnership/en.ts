import type { TextsOf } from '../texts.ts'
import type { partnership as spec } from './spec.ts'

export const partnership = {
  label: 'Implementation partnership',
  plural: 'Implementation partnerships',
  hint: 'Who helps to put the solution into practice, and how firm is it?',
  empty: 'Partnership without a name',
  face: {
    kind: 'Partnership',
    committee: 'Committee has yet to agree',
    pilot: 'Tried by',
    decides: 'Decided by',
    afterwards: 'Afterwards',
  },
  fields: {
    partner: { label: 'Partner', example: 'County' },
    partnerRole: { label: 'Role', example: 'pilot municipality' },
    people: { label: 'People', hint: 'Who works on it, how much?', example: 'half a post' },
    money: { label: 'Money', example: '€ 10,000 for the trial' },
    technologyShare: { label: 'Technology', example: 'test environment' },
    commitment: {
      label: 'How firm?',
      hint: 'Interest: would like to join. Pilot: tries it. Commitment: puts it into practice.',
      options: { interest: 'Interest', pilot: 'Pilot', promise: 'Commitment' },
    },
    committee: {
      label: 'Committee needed?',
      hint: 'Does somebody still have to agree, a council for example?',
      options: {
        unknown: 'not known yet',
        notNeeded: 'not needed',
        needed: 'has yet to agree',
        approved: 'has agreed',
      },
    },
    procurement: {
      label: 'Procurement',
      hint: 'For example a framework contract or an in-house award.',
      example: 'in-house',
    },
    pilotMunicipality: { label: 'Model municipality', hint: 'Where will it be tried first?' },
    decidingBody: { label: 'Who decides?', example: 'assembly of the association' },
    decisionDate: { label: 'Decision on' },
    rollOut: { label: 'Roll-out', hint: 'How will it reach the others afterwards?' },
    due: { label: 'Due' },
    contact: { label: 'Contact', hint: 'Role and office are enough.' },
  },
} satisfies TextsOf<typeof spec>
