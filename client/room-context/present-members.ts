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
  handSince: number | null
  done: boolean
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
    const other = memberOf(peer, peer.presence, false)
    const known = members.get(peer.memberId)
    members.set(peer.memberId, known ? joined(known, other) : other)
  }
  return [...members.values()]
}

/** Raised hands, longest first. */
export function raisedHands(members: readonly PresentMember[]): PresentMember[] {
  return members.filter(({ handSince }) => handSince !== null).sort((a, b) => a.handSince! - b.handSince!)
}

/** How many of the participants said that they are done. A count, never a list to keep. */
export function doneCount(members: readonly PresentMember[]): { done: number; count: number } {
  const participants = members.filter(({ role }) => role === 'participant')
  return { done: participants.filter(({ done }) => done).length, count: participants.length }
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
    handSince: presence.h ?? null,
    done: presence.d === true,
  }
}

function joined(known: PresentMember, other: PresentMember): PresentMember {
  return { ...known, handSince: known.handSince ?? other.handSince, done: known.done || other.done }
}
