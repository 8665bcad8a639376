import { useTranslation } from 'react-i18next'
import { useErrorText } from '#client/app/error-text.ts'
import { returnLink } from '#client/app/paths.ts'
import { useChange } from '#client/app/queries.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { CopyField } from '#client/ui/CopyField.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { QrCode } from '#client/ui/QrCode.tsx'
import type { FreshReturnLink, MemberView, WorkshopView } from '#shared/protocol/api.ts'
import styles from './dialogs.module.css'

interface ReturnLinkDialogProps {
  workshop: WorkshopView
  member: MemberView
  onClose: () => void
}

/** For somebody who lost the way back. Asks first, because the link they may still have stops working. */
export function ReturnLinkDialog({ workshop, member, onClose }: ReturnLinkDialogProps) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const renew = useChange<FreshReturnLink>('renewReturnLink')
  const { name } = member
  if (!renew.data) {
    return (
      <ConfirmDialog
        title={t('workshop.members.returnTitle', { name })}
        open
        confirm={t('workshop.members.returnCreate')}
        busy={renew.isPending}
        onConfirm={() => renew.mutate({ path: { workshopId: workshop.id, memberId: member.id } })}
        onClose={onClose}
      >
        {t('workshop.members.returnConfirm', { name })}
        {renew.error ? <Banner tone="danger">{errorText(renew.error)}</Banner> : null}
      </ConfirmDialog>
    )
  }
  const link = returnLink(renew.data.returnToken)
  return (
    <Dialog
      title={t('workshop.members.returnTitle', { name })}
      open
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t('workshop.invites.done')}
        </Button>
      }
    >
      <div className={styles.form}>
        <p>{t('workshop.members.returnText', { name })}</p>
        <CopyField label={t('account.joined.returnLink')} value={link} />
        <QrCode text={link} label={t('account.joined.returnQr')} />
      </div>
    </Dialog>
  )
}
