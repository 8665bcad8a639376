import { textIn } from '#shared/document/board-record.ts'
import { stillWaiting } from '#shared/facilitation/lobby/still-waiting.ts'
import type { FacilitationState } from '#shared/facilitation/state.ts'
import type { RoomNow } from '#shared/protocol/rooms-now.ts'
import type { Room } from './room.ts'

/**
 * How a room stands, for those who look after several: numbers, and nothing by which one person could be told from
 * another. @param room null while it is not loaded
 */
export function glanceOf(
  room: Pick<Room, 'sync' | 'onlineCount'> | null,
  { place, step: { running }, timer, finished, hands, lock, lobby }: FacilitationState,
  { changedAt, nowMs }: { changedAt: number | null; nowMs: number },
): Omit<RoomNow, 'groupId'> {
  return {
    // Where a breakout begins stands in its document, which nobody has opened yet
    phase: room ? place.phase : (running?.step.phase ?? place.phase),
    pageId: place.pageId,
    pageName: textIn(room?.sync.roots.board.get(place.pageId)?.get('name')),
    step: running && {
      id: running.step.id,
      title: running.step.title,
      mode: running.step.mode.type,
      startedAt: running.startedAt,
    },
    timer,
    onlineCount: room?.onlineCount ?? 0,
    finished: finished.who.length,
    hands: hands.raised.length,
    waiting: stillWaiting(lobby, nowMs).length,
    locked: lock.status === 'locked',
    changedAt,
  }
}
