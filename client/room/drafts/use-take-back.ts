import { useTranslation } from 'react-i18next'
import { removeDraftCard } from '#shared/document/draft-cards.ts'
import type { DraftSession } from '#client/session/draft-session.ts'
import { toasts } from '#client/ui/toasts.ts'

/** Deletes an own card that nobody else has seen; a message offers to take that back. */
export function useTakeBack(draft: DraftSession, shapeId: string): () => void {
  const { t } = useTranslation()
  return () =>
    draft.edit((roots) => {
      const putBack = removeDraftCard(roots, shapeId)
      toasts.show({
        text: t('facilitation.silent.takenBack'),
        action: { label: t('common.undo'), run: () => draft.edit(putBack) },
      })
    })
}
