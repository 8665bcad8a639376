import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Artefact } from '#shared/document/artefacts.ts'
import { pageOf, textIn } from '#shared/document/board-record.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import type { PlacedCard } from './card-actions.ts'

/**
 * This person's named cards on a page, the newest first. Cards signed by an organisation are nobody's in the document;
 * those written just now (`written`, artefact ids) are known by the view alone, until it is left.
 */
export function useOwnCards(
  session: RoomSession,
  pageId: string,
  written: readonly string[],
): readonly PlacedCard[] {
  const memberId = useStore(session.facilitation, ({ me }) => me?.memberId)
  const [own, setOwn] = useState<readonly PlacedCard[]>([])
  useEffect(() => {
    const isOwn = ({ id, authorship }: Artefact) =>
      written.includes(id) || (authorship.as === 'named' && authorship.memberId === memberId)
    const refresh = () => setOwn(ownCards(session, pageId, isOwn))
    refresh()
    // Shallow: cards come and go as whole records. Moving one to another page is rare; opening the view reads anew.
    session.roots.board.observe(refresh)
    return () => session.roots.board.unobserve(refresh)
  }, [session, pageId, memberId, written])
  return own
}

function ownCards(
  { roots, artefacts }: RoomSession,
  pageId: string,
  isOwn: (artefact: Artefact) => boolean,
): PlacedCard[] {
  const own: { card: PlacedCard; createdAt: number }[] = []
  roots.board.forEach((record, shapeId) => {
    const artefact = artefacts.get(textIn(record.get('p.artefactId')))
    if (!artefact || !isOwn(artefact)) return
    if (pageOf(roots.board, shapeId) !== pageId) return
    own.push({ card: { artefactId: artefact.id, shapeId }, createdAt: artefact.createdAt })
  })
  return own.sort((a, b) => b.createdAt - a.createdAt).map(({ card }) => card)
}
