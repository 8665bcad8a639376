import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import { CopyField } from '#client/ui/CopyField.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import styles from './form.module.css'

/** By which another system knows messages from here; shown this once. */
export function FreshSecret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={t('account.webhooks.freshTitle')}
      open
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t('account.webhooks.kept')}
        </Button>
      }
    >
      <div className={styles.form}>
        <p>{t('account.webhooks.freshText')}</p>
        <CopyField label={t('account.webhooks.secret')} value={secret} />
      </div>
    </Dialog>
  )
}
