import { Download, Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { inviteLink } from '#client/app/paths.ts'
import { Button } from '#client/ui/Button.tsx'
import { classes } from '#client/ui/classes.ts'
import { CopyField } from '#client/ui/CopyField.tsx'
import { downloadFile } from '#client/ui/download.ts'
import { QrCode, qrSvg } from '#client/ui/QrCode.tsx'
import type { CreatedInvite, WorkshopView } from '#shared/protocol/api.ts'
import styles from './invites.module.css'

interface InviteReadyProps {
  workshop: Pick<WorkshopView, 'title'>
  created: CreatedInvite
  /** Held up to a room instead of looked at alone. */
  large?: boolean
}

/** The invitation, to be copied, projected or printed. */
export function InviteReady({ workshop, created, large = false }: InviteReadyProps) {
  const { t } = useTranslation()
  const link = inviteLink(created.token)
  const saveQr = () => downloadFile('werkraum-qr.svg', new Blob([qrSvg(link)], { type: 'image/svg+xml' }))
  return (
    <div className={classes(styles.ready, large && styles.large)}>
      <p className={styles.printOnly}>{workshop.title}</p>
      <div className={styles.show}>
        <QrCode text={link} label={t('workshop.invites.qr')} large={large} />
        <div>
          <p className={styles.codeLabel}>{t('workshop.invites.code')}</p>
          <p className={styles.code}>{created.code}</p>
          <p className={styles.quiet}>{t('workshop.invites.codeWhere', { address: location.host })}</p>
        </div>
      </div>
      <CopyField label={t('workshop.invites.link')} value={link} />
      <div className={styles.tools}>
        <Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
          {t('common.print')}
        </Button>
        <Button icon={<Download aria-hidden="true" />} onClick={saveQr}>
          {t('workshop.invites.downloadQr')}
        </Button>
      </div>
    </div>
  )
}
