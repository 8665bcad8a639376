import type { MemberId } from '../../base/ids.ts'

/** Passing: in nobody's log, so that nobody can count later who spoke how often. Hence no schemas. */
export type HandEvent =
  | { type: 'HandRaised' }
  | { type: 'HandLowered' }
  | { type: 'HandTickedOff'; memberId: MemberId }
  | { type: 'HandTakenDown'; memberId: MemberId }
