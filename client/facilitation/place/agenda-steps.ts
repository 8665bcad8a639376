import type { Command } from '#shared/facilitation/commands.ts'
import type { Phase } from '#shared/workshop/phases.ts'
import { inPhaseOrder, type RoomPage } from '#client/room-context/room-pages.ts'

/** Where a moderator can take the group from here. */
interface StepsAround {
  previous: RoomPage | null
  /** `openForAll` while the moderator looks at another page than the group does: that page is then what comes next. */
  onward: { kind: 'next' | 'openForAll'; page: RoomPage } | null
}

export function stepsAround(
  pages: readonly RoomPage[],
  groupPageId: string | null,
  ownPageId: string | null,
): StepsAround {
  const order = inPhaseOrder(pages)
  const at = order.findIndex(({ id }) => id === groupPageId)
  const own = order.find(({ id }) => id === ownPageId)
  const next = order[at + 1]
  return {
    previous: order[at - 1] ?? null,
    onward:
      own && own.id !== groupPageId
        ? { kind: 'openForAll', page: own }
        : next
          ? { kind: 'next', page: next }
          : null,
  }
}

/** A page of another phase takes the whole group into that phase; one of the same phase is merely opened. */
export function goingTo(page: RoomPage, currentPhase: Phase | null): Command {
  return page.phase !== null && page.phase !== currentPhase
    ? { type: 'goToPhase', phase: page.phase, pageId: page.id }
    : { type: 'openPage', pageId: page.id }
}
