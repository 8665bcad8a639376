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
import type { FreshReturnLink } from '#shared/protocol/api.ts'
import styles from './dialogs.module.css'

interface ReturnLinkDialogProps {
  title: string
  /** Asked first, because a link that somebody may still have stops working. */
  question: string
  /** Said beside the new link. */
  answer: string
  endpoint: 'renewReturnLink' | 'renewOwnReturnLink'
  path: Record<string, string>
  onClose: () => void
}

/** For somebody who lost the way back, or wants to come from another device. */
export function ReturnLinkDialog({
  title,
  question,
  answer,
  endpoint,
  path,
  onClose,
}: ReturnLinkDialogProps) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const renew = useChange<FreshReturnLink>(endpoint)
  if (renew.data) {
    return (
      <FreshLink title={title} text={answer} link={returnLink(renew.data.returnToken)} onClose={onClose} />
    )
  }
  return (
    <ConfirmDialog
      title={title}
      open
      confirm={t('workshop.members.returnCreate')}
      busy={renew.isPending}
      onConfirm={() => renew.mutate({ path })}
      onClose={onClose}
    >
      {question}
      {renew.error ? <Banner tone="danger">{errorText(renew.error)}</Banner> : null}
    </ConfirmDialog>
  )
}

interface FreshLinkProps {
  title: string
  text: string
  link: string
  onClose: () => void
}

function FreshLink({ title, text, link, onClose }: FreshLinkProps) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={title}
      open
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t('workshop.invites.done')}
        </Button>
      }
    >
      <div className={styles.form}>
        <p>{text}</p>
        <CopyField label={t('account.joined.returnLink')} value={link} />
        <QrCode text={link} label={t('account.joined.returnQr')} />
      </div>
    </Dialog>
  )
}
