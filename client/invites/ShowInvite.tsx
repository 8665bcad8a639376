import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '#client/app/api.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import type { InviteId } from '#shared/base/ids.ts'
import type { CreatedInvite, InviteView, WorkshopView } from '#shared/protocol/api.ts'
import { InviteReady } from './InviteReady.tsx'

type Shown = Pick<WorkshopView, 'id' | 'title'>

interface ShowInviteDialogProps {
  workshop: Shown
  invite: InviteView
  onClose: () => void
}

/** An invitation of before, once more. */
export function ShowInviteDialog({ workshop, invite, onClose }: ShowInviteDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={invite.label || t('workshop.invites.readyTitle')}
      open
      size="large"
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t('workshop.invites.done')}
        </Button>
      }
    >
      <ShownInvite workshop={workshop} inviteId={invite.id} />
    </Dialog>
  )
}

/** Link and code as the server says them again, large. */
export function ShownInvite({ workshop, inviteId }: { workshop: Shown; inviteId: InviteId }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const shown = useQuery({
    queryKey: ['workshop', workshop.id, 'invites', inviteId],
    queryFn: ({ signal }) =>
      call<CreatedInvite>('showInvite', { path: { workshopId: workshop.id, inviteId }, signal }),
    // A secret is not kept longer than it is looked at
    gcTime: 0,
  })
  if (shown.data) return <InviteReady workshop={workshop} created={shown.data} large />
  if (shown.isPending) return <Spinner label={t('common.loading')} />
  return (
    <Banner tone="danger" action={<Button onClick={() => void shown.refetch()}>{t('common.retry')}</Button>}>
      {errorText(shown.error)}
    </Banner>
  )
}
