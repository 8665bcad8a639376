import type { MemberId } from '#shared/base/ids.ts'

/** Number of colours in the presence palette of the client. */
const PALETTE = 12

/** Palette index of a member: the same in every room, on every node and after every restart. */
export function presenceColourOf(memberId: MemberId): number {
  let hash = 0
  for (const char of memberId) hash = (hash * 31 + char.charCodeAt(0)) | 0
  return Math.abs(hash) % PALETTE
}
