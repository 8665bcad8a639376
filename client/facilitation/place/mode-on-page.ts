import { newId } from '#shared/base/ids.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Mode } from '#shared/facilitation/step/mode.ts'
import { stepOnPage } from '#shared/facilitation/step/modes.ts'
import type { SeenState } from '#shared/facilitation/view.ts'
import type { RoomPage } from '#client/room-context/room-pages.ts'

/** The step that runs on the page takes the mode; where none does, one begins. */
export function modeOnPage(page: RoomPage, { step, place }: SeenState, mode: Mode): Command {
  const there = stepOnPage(step, page.id)
  if (there) return { type: 'setMode', stepId: there.step.id, mode }
  return {
    type: 'startStep',
    from: step.running?.step.id ?? null,
    step: {
      id: newId(),
      title: page.name,
      instruction: page.instruction,
      plannedMinutes: 0,
      phase: page.phase ?? place.phase,
      pageId: page.id,
      methodId: null,
      mode,
      deadline: null,
    },
  }
}
