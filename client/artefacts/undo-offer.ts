import type { RoomSession } from '#client/session/room-session.ts'
import { toasts } from '#client/ui/toasts.ts'

/**
 * Says what this person has done, with a way back for as long as it is the last thing they did: undo takes back the last
 * step, and whoever has written on meanwhile would lose that instead.
 */
export function tellWithUndo({ history }: Pick<RoomSession, 'history'>, text: string, undo: string): void {
  const id = toasts.show({ text, action: { label: undo, run: () => history.undo() } })
  const stop = history.state.subscribe(() => {
    stop()
    toasts.settle(id)
  })
}
