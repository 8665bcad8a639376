import { remainingMs } from '#shared/facilitation/timer/remaining.ts'
import { roundsOf, runningRound, type RunningRound } from '#shared/kinds/rounds.ts'
import { pageOf } from '#shared/document/board-record.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import { useStore } from 'zustand'
import { useTimeLeftIn } from '#client/app/use-time-left.ts'
import { usePlacement } from '#client/artefacts/use-placement.ts'
import type { RoomSession } from '#client/session/room-session.ts'

/** Which round runs on a sheet that lies on the group's page, by the room's timer; null while none does. */
export function useRunningRound(session: RoomSession, { id, kind }: Artefact): RunningRound | null {
  useTimeLeftIn(session)
  const state = useStore(session.facilitation, (view) => view.state)
  const isInFront = useIsInFront(session, id)
  const rounds = roundsOf[kind]
  if (!rounds || !state || state.timer.status === 'idle' || !isInFront) return null
  return runningRound(rounds, state.timer.plannedMs, remainingMs(state.timer, session.serverNow()) ?? 0)
}

/** Whether a sheet lies on the page the group works on: rounds run nowhere else. */
export function useIsInFront(session: RoomSession, artefactId: string): boolean {
  const pageId = useStore(session.facilitation, ({ state }) => state?.place.pageId)
  const placement = usePlacement(session, artefactId)
  return placement !== null && pageOf(session.roots.board, placement) === pageId
}
