import type { MemberId } from '../base/ids.ts'

/**
 * Who a card is by, stated when it is written and never changed. `anonymous` holds nothing to tell by: the promise
 * also covers history and exports.
 */
export type Authorship =
  | { as: 'named'; memberId: MemberId; name: string; organisation: string }
  | { as: 'organisation'; organisation: string }
  | { as: 'anonymous' }

export const statuses = ['draft', 'agreed', 'released'] as const
export type Status = (typeof statuses)[number]
