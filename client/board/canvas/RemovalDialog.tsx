import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import type { RemovalQuestion } from './removal-question.ts'

interface RemovalDialogProps {
  question: RemovalQuestion | null
  onClose: () => void
}

/** Says whose cards would go, before they do. */
export function RemovalDialog({ question, onClose }: RemovalDialogProps) {
  const { t } = useTranslation()
  const { cards = 0, ofOthers = 0 } = question ?? {}
  const go = () => {
    onClose()
    question?.go()
  }
  return (
    <ConfirmDialog
      title={t('board.removed.ask', { count: cards })}
      open={question !== null}
      confirm={t('board.removed.go')}
      danger
      onConfirm={go}
      onClose={onClose}
    >
      <p>{t('board.removed.ofOthers', { count: ofOthers })}</p>
    </ConfirmDialog>
  )
}
