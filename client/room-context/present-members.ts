import type { Peer } from '#client/session/room-session.ts'
import type { MemberId } from '#shared/base/ids.ts'
import type { Person } from '#shared/protocol/facilitation-messages.ts'
import type { PresenceState } from '#shared/protocol/presence.ts'

/** Somebody who is here, with however many tabs and devices. */
export interface PresentMember {
  memberId: MemberId
  name: string
  organisation: string
  role: Person['role']
  colour: number
  isMe: boolean
  /** Connection that was heard of last; the one to follow. */
  clientId: number
  pageId: string | null
}

const nothingShown: PresenceState = {}

/** One entry per member, in the order of their names, this person first. */
export function presentMembers(
  peers: readonly Peer[],
  me: Person | null,
  own: PresenceState = nothingShown,
): PresentMember[] {
  const members = new Map<MemberId, PresentMember>()
  if (me) members.set(me.memberId, memberOf(me, own, true))
  for (const peer of peers) {
    if (!members.has(peer.memberId)) members.set(peer.memberId, memberOf(peer, peer.presence, false))
  }
  return [...members.values()]
}

function memberOf(person: Person, presence: PresenceState, isMe: boolean): PresentMember {
  const { memberId, name, organisation, role, colour, clientId } = person
  return {
    memberId,
    name,
    organisation,
    role,
    colour,
    isMe,
    clientId,
    pageId: presence.p ?? null,
  }
}
