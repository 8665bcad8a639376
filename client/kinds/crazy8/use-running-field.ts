import { remainingMs } from '#shared/facilitation/timer/remaining.ts'
import { runningField, type RunningField } from '#shared/kinds/crazy8/minutes.ts'
import { pageOf } from '#shared/document/board-record.ts'
import { useStore } from 'zustand'
import { useTimeLeftIn } from '#client/app/use-time-left.ts'
import { usePlacement } from '#client/artefacts/use-placement.ts'
import type { RoomSession } from '#client/session/room-session.ts'

/** Whose minute it is on a sheet that lies on the group's page, by the room's timer; null while no round runs. */
export function useRunningField(session: RoomSession, artefactId: string): RunningField | null {
  useTimeLeftIn(session)
  const state = useStore(session.facilitation, (view) => view.state)
  const placement = usePlacement(session, artefactId)
  if (!state || state.timer.status === 'idle' || !placement) return null
  if (pageOf(session.roots.board, placement) !== state.place.pageId) return null
  return runningField(state.timer.plannedMs, remainingMs(state.timer, session.serverNow()) ?? 0)
}
