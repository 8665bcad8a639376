import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { useChange } from '#client/app/queries.ts'
import { Button } from '#client/ui/Button.tsx'
import { toasts } from '#client/ui/Toast.tsx'
import type { WorkshopSummary } from '#shared/protocol/api.ts'

interface RemoveSampleProps {
  workshop: Pick<WorkshopSummary, 'id' | 'title'>
  onRemoved?: () => void
}

/** A sample goes by one click, with all that was tried out in it: another is made as quickly. */
export function RemoveSample({ workshop: { id, title }, onRemoved }: RemoveSampleProps) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const remove = useChange('deleteWorkshop')
  // The button goes with the workshop, before the answer is through: nothing here may hang on it.
  const confirm = () =>
    void remove.mutateAsync({ path: { workshopId: id }, body: { title } }).then(
      () => {
        toasts.show({ text: t('workshop.overview.deleteDone', { title }) })
        onRemoved?.()
      },
      (error: Error) => toasts.show({ text: errorText(error), tone: 'danger' }),
    )
  return (
    <Button
      variant="quiet"
      icon={<Trash2 aria-hidden="true" />}
      busy={remove.isPending}
      aria-label={t('workshop.list.removeSampleOf', { title })}
      onClick={confirm}
    >
      {t('workshop.list.removeSample')}
    </Button>
  )
}
