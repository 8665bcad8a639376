import type { HeldView } from '#client/board/board-props.ts'
import { usePresentation } from '#client/facilitation/present/use-presentation.ts'
import { useView } from '#client/room-context/room-context.ts'

/** What this person's board is kept on: their own slide, or what they are shown; null where they look by themselves. */
export function useHeldView(): HeldView | null {
  const presentation = usePresentation()
  const follows = useView(({ withPresenter }) => withPresenter)
  if (!presentation) return null
  const { isMine, presenter, slideId } = presentation
  if (isMine) return slideId === null ? null : { on: 'slide', frameId: slideId }
  return follows ? { on: 'presenter', memberId: presenter } : null
}
