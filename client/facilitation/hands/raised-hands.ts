import { useStore } from 'zustand'
import { presentMembers, type PresentMember } from '#client/room-context/present-members.ts'
import { useFacilitation, useRoom } from '#client/room-context/room-context.ts'
import type { RaisedHand } from '#shared/facilitation/hands/state.ts'

export interface PresentHand extends PresentMember {
  /** Server time at which the hand went up. */
  since: number
}

const none: readonly RaisedHand[] = []

export const useHands = (): readonly RaisedHand[] => useFacilitation(({ state }) => state?.hands ?? none)

/** Raised hands of those who are here, in the order in which they get to speak. */
export function usePresentHands(): PresentHand[] {
  const { session } = useRoom()
  const peers = useStore(session.presence.peers)
  const me = useFacilitation((facilitation) => facilitation.me)
  return handsOf(presentMembers(peers, me), useHands())
}

/** Whoever left with a raised hand is passed over until they are back. */
export function handsOf(members: readonly PresentMember[], hands: readonly RaisedHand[]): PresentHand[] {
  return hands.flatMap(({ memberId, since }) => {
    const member = members.find((one) => one.memberId === memberId)
    return member ? [{ ...member, since }] : []
  })
}
