import { useState } from 'react'
import { Projector } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { paths } from '#client/app/paths.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { buttonClass } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { CheckBox } from '../votes/CheckBox.tsx'
import styles from './ScreenDialog.module.css'

/** Before the window for the projector opens: what it shows, and whether strangers may come in by it. */
export function ScreenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { workshop, group } = useRoom()
  const [withCode, setWithCode] = useState(true)
  return (
    <Dialog
      title={t('screen.title')}
      open
      onClose={onClose}
      actions={
        <a
          className={buttonClass('primary')}
          href={paths.screen(workshop.id, group.id, withCode)}
          target="_blank"
          rel="noopener"
          onClick={onClose}
        >
          <Projector aria-hidden="true" />
          {t('screen.open')}
        </a>
      }
    >
      <div className={styles.about}>
        <p>{t('screen.about')}</p>
        <p>{t('screen.full')}</p>
        <CheckBox
          label={t('screen.withCode')}
          hint={t('screen.withCodeHint')}
          checked={withCode}
          onChange={setWithCode}
        />
      </div>
    </Dialog>
  )
}
