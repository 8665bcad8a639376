import { useState } from 'react'
import { Mails } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { useChange } from '#client/app/queries.ts'
import { Button } from '#client/ui/Button.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { toasts } from '#client/ui/Toast.tsx'
import type { MemberView, WorkshopView } from '#shared/protocol/api.ts'
import type { InvitedMember } from '#shared/protocol/members.ts'
import { Letters } from './Letters.tsx'

interface AwaitedLettersProps {
  workshop: WorkshopView
  members: readonly MemberView[]
}

/** Fresh links for people on the list who have not come yet; nothing where everybody has. */
export function AwaitedLetters({ workshop, members }: AwaitedLettersProps) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const invite = useChange<InvitedMember[]>('inviteAgain')
  const [step, setStep] = useState<'asking' | 'letters' | null>(null)
  const awaited = members.filter(({ standing }) => standing === 'expected')
  const confirm = () =>
    invite.mutate(
      { path: { workshopId: workshop.id }, body: { memberIds: awaited.map(({ id }) => id) } },
      {
        onSuccess: () => setStep('letters'),
        onError: (error) => toasts.show({ text: errorText(error), tone: 'danger' }),
      },
    )
  if (step === 'letters' && invite.data) {
    const letters = invite.data.map((one) => ({ ...one, email: '' }))
    return <Letters workshop={workshop} letters={letters} onClose={() => setStep(null)} />
  }
  if (awaited.length === 0) return null
  return (
    <>
      <Button icon={<Mails aria-hidden="true" />} onClick={() => setStep('asking')}>
        {t('workshop.letters.again', { count: awaited.length })}
      </Button>
      <ConfirmDialog
        title={t('workshop.letters.againTitle')}
        open={step === 'asking'}
        confirm={t('workshop.letters.againConfirm')}
        busy={invite.isPending}
        onConfirm={confirm}
        onClose={() => setStep(null)}
      >
        {t('workshop.letters.againText')}
      </ConfirmDialog>
    </>
  )
}
