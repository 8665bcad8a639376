import type { MemberId } from '../../base/ids.ts'

/** Passing: in nobody's log. Hence no schemas. */
export type MutedEvent =
  { type: 'MemberMuted'; memberId: MemberId } | { type: 'MemberUnmuted'; memberId: MemberId }
