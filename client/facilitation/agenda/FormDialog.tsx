import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'

interface FormDialogProps {
  title: string
  open: boolean
  onClose: () => void
  /** The form; the dialog's own button sends it by its id. */
  children: (formId: string) => ReactNode
}

/** A form that is saved or left. */
export function FormDialog({ title, open, onClose, children }: FormDialogProps) {
  const { t } = useTranslation()
  const formId = useId()
  return (
    <Dialog
      title={title}
      open={open}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary">
            {t('common.save')}
          </Button>
        </>
      }
    >
      {children(formId)}
    </Dialog>
  )
}
