import { useTranslation } from 'react-i18next'
import { toasts } from '#client/ui/toasts.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { useCommand } from '#client/room-context/use-command.ts'

/** Brings everybody to what the moderator sees: the visible part of the board, or the page of the list. */
export function useGather(): () => Promise<void> {
  const { t } = useTranslation()
  const { view, board } = useRoom()
  const send = useCommand()
  return async () => {
    const { face, pageId } = view.getState()
    const seen = face === 'board' ? board.current?.visibleArea() : undefined
    const target = seen?.pageId ?? pageId
    if (target === null) return
    const gathered = await send({ type: 'gather', pageId: target, area: seen?.area ?? null })
    if (gathered) toasts.show({ text: t('facilitation.gathered') })
  }
}
