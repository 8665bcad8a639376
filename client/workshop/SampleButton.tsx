import { Telescope } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useErrorText } from '#client/app/error-text.ts'
import { paths } from '#client/app/paths.ts'
import { useChange } from '#client/app/queries.ts'
import { Button } from '#client/ui/Button.tsx'
import { toasts } from '#client/ui/Toast.tsx'
import type { WorkshopSummary } from '#shared/protocol/api.ts'

/** Makes the workshop to look at and goes to where the tour through it begins. */
export function SampleButton() {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const navigate = useNavigate()
  const make = useChange<WorkshopSummary>('createSample')
  // The button goes once there is a sample, before the answer is through: nothing here may hang on it.
  const look = () =>
    void make.mutateAsync({}).then(
      ({ id, homeGroupId }) => navigate(paths.room(id, homeGroupId)),
      (error: Error) => toasts.show({ text: errorText(error), tone: 'danger' }),
    )
  return (
    <Button
      icon={<Telescope aria-hidden="true" />}
      title={t('start.sampleHint')}
      busy={make.isPending}
      onClick={look}
    >
      {make.isPending ? t('start.sampleComing') : t('start.sample')}
    </Button>
  )
}
