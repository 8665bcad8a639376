import { useCallback, useEffect, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { openRoom, type OpenRoom } from '#client/session/open-room.ts'
import type { RescuedCard } from '#client/session/own-changes.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import type { GroupView, WorkshopView } from '#shared/protocol/api.ts'

interface RoomEntry {
  session: OpenRoom | null
  rescue: Rescue
}

/** Own words that could not be merged; they outlive the session they were written in. */
export interface Rescue {
  cards: readonly RescuedCard[]
  dismiss: () => void
}

/** Enters a room, and enters it anew with an empty replica when the old one no longer fits the server's document. */
export function useRoomSession(workshop: WorkshopView, group: GroupView): RoomEntry {
  const [session, setSession] = useState<OpenRoom | null>(null)
  const [rescued, setRescued] = useState<readonly RescuedCard[]>([])
  const [attempt, setAttempt] = useState(0)
  const queries = useQueryClient()
  const { id: workshopId, me, language } = workshop
  const { id: groupId, generation } = group
  const archived = workshop.archivedAt !== null || group.archivedAt !== null

  useEffect(() => {
    const opened = openRoom({
      workshopId,
      groupId,
      me: me.id,
      language,
      archived,
      organisationKind: me.organisationKind,
      generation,
    })
    setSession(opened)
    const take = (cards: readonly RescuedCard[]) => setRescued((before) => withOthers(before, cards))
    take(opened.rescued.getState())
    const stopRescue = opened.rescued.subscribe(take)
    const stopWatching = opened.connection.subscribe(({ endedBecause }, before) => {
      if (!endedBecause || before.endedBecause) return
      const isUnfit = replicaUnfit.has(endedBecause)
      if (!isUnfit && endedBecause !== 'archive_changed') return
      if (isUnfit && attempt + 1 >= MOST_ATTEMPTS) return
      setSession(null)
      const left = isUnfit ? opened.discardReplica() : Promise.resolve(opened.destroy())
      void left
        .then(() => queries.invalidateQueries({ queryKey: ['workshop', workshopId] }))
        .then(() => setAttempt((count) => count + 1))
    })
    return () => {
      stopRescue()
      stopWatching()
      opened.destroy()
    }
  }, [workshopId, groupId, language, archived, me.id, me.organisationKind, generation, attempt, queries])

  const dismiss = useCallback(() => {
    session?.dismissRescued()
    setRescued([])
  }, [session])
  return { session, rescue: { cards: rescued, dismiss } }
}

/** What a session rescued comes again with the next one, where the browser stores anything. */
const withOthers = (before: readonly RescuedCard[], cards: readonly RescuedCard[]): RescuedCard[] => [
  ...new Map([...before, ...cards].map((card) => [card.id, card])).values(),
]

/** The server refused this replica's content for good, or has rebuilt the document. */
const replicaUnfit: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'generation_mismatch',
  'frame_invalid',
  'frame_too_large',
  'update_malformed',
  'update_foreign_client',
  'update_too_large',
  'room_full',
  'write_not_allowed',
])

/** A fresh replica that is refused as well will not get better by trying on. */
const MOST_ATTEMPTS = 3
