import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { MemberId } from '#shared/base/ids.ts'
import { pageOf } from '#shared/document/board-record.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import type { PlacedCard } from './card-actions.ts'

/** This person's named cards on a page, the newest first. Cards signed by an organisation are nobody's. */
export function useOwnCards(session: RoomSession, pageId: string): readonly PlacedCard[] {
  const memberId = useStore(session.facilitation, ({ me }) => me?.memberId)
  const [own, setOwn] = useState<readonly PlacedCard[]>([])
  useEffect(() => {
    const refresh = () => setOwn(memberId ? ownCards(session, pageId, memberId) : [])
    refresh()
    // Shallow: cards come and go as whole records. Moving one to another page is rare; opening the view reads anew.
    session.roots.board.observe(refresh)
    return () => session.roots.board.unobserve(refresh)
  }, [session, pageId, memberId])
  return own
}

function ownCards({ roots, artefacts }: RoomSession, pageId: string, memberId: MemberId): PlacedCard[] {
  const own: { card: PlacedCard; createdAt: number }[] = []
  roots.board.forEach((record, shapeId) => {
    const artefact = artefacts.get(String(record.get('p.artefactId')))
    const author = artefact?.authorship
    if (!artefact || author?.as !== 'named' || author.memberId !== memberId) return
    if (pageOf(roots.board, shapeId) !== pageId) return
    own.push({ card: { artefactId: artefact.id, shapeId }, createdAt: artefact.createdAt })
  })
  return own.sort((a, b) => b.createdAt - a.createdAt).map(({ card }) => card)
}
