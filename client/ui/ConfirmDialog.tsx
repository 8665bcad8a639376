import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

interface ConfirmDialogProps {
  title: string
  open: boolean
  /** What will happen, and what stays. */
  children: ReactNode
  /** The verb on the button. */
  confirm: string
  danger?: boolean
  busy?: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Before something that cannot be taken back. Whatever can be undone needs no question. */
export function ConfirmDialog({ title, open, children, confirm, danger, busy, ...on }: ConfirmDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={title}
      open={open}
      onClose={on.onClose}
      size="small"
      actions={
        <>
          <Button onClick={on.onClose}>{t('common.cancel')}</Button>
          <Button variant={danger ? 'danger' : 'primary'} busy={busy ?? false} onClick={on.onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
