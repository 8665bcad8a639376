import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import { CopyField } from '#client/ui/CopyField.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import styles from './form.module.css'

interface FreshSecretProps {
  /** Of a key, or by which another system knows messages from here. */
  of: 'keys' | 'webhooks'
  secret: string
  onClose: () => void
}

/** Shown this once. */
export function FreshSecret({ of, secret, onClose }: FreshSecretProps) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={t(`account.${of}.freshTitle`)}
      open
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t(`account.${of}.kept`)}
        </Button>
      }
    >
      <div className={styles.form}>
        <p>{t(`account.${of}.freshText`)}</p>
        <CopyField label={t(`account.${of}.secret`)} value={secret} />
      </div>
    </Dialog>
  )
}
