import { useTranslation } from 'react-i18next'
import { tellRemoved } from '#client/artefacts/removal-message.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import type { RemovalQuestion } from './removal-question.ts'

interface RemovalDialogProps {
  session: RoomSession
  question: RemovalQuestion | null
  onClose: () => void
}

/** Says whose cards would go, and what would not lie in any list, before it does, and then how to bring them back. */
export function RemovalDialog({ session, question, onClose }: RemovalDialogProps) {
  const { t } = useTranslation()
  const { cards = 0, ofOthers = 0, things = 0 } = question ?? {}
  const go = () => {
    onClose()
    const gone = question?.go() ?? []
    if (gone.length > 0) tellRemoved(session, t, gone)
  }
  return (
    <ConfirmDialog
      title={
        things === 0
          ? t('board.removed.ask', { count: cards })
          : t('board.removed.askThings', { count: cards + things })
      }
      open={question !== null}
      confirm={t('board.removed.go')}
      danger
      onConfirm={go}
      onClose={onClose}
    >
      {ofOthers > 0 ? (
        <p>
          {t(things === 0 ? 'board.removed.ofOthers' : 'board.removed.cardsOfOthers', { count: ofOthers })}
        </p>
      ) : null}
      {things > 0 ? <p>{t('board.removed.things', { count: things })}</p> : null}
    </ConfirmDialog>
  )
}
