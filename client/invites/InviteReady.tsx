import { Download, Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { inviteLink } from '#client/app/paths.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { CopyField } from '#client/ui/CopyField.tsx'
import { downloadFile } from '#client/ui/download.ts'
import { QrCode, qrSvg } from '#client/ui/QrCode.tsx'
import type { CreatedInvite, WorkshopView } from '#shared/protocol/api.ts'
import styles from './dialogs.module.css'

/** The invitation, to be copied, projected or printed. The server keeps only hashes, so nobody can show it again. */
export function InviteReady({ workshop, created }: { workshop: WorkshopView; created: CreatedInvite }) {
  const { t } = useTranslation()
  const link = inviteLink(created.token)
  const saveQr = () => downloadFile('werkraum-qr.svg', new Blob([qrSvg(link)], { type: 'image/svg+xml' }))
  return (
    <div className={styles.ready}>
      <p className={styles.printOnly}>{workshop.title}</p>
      <div className={styles.show}>
        <QrCode text={link} label={t('workshop.invites.qr')} />
        <div>
          <p className={styles.codeLabel}>{t('workshop.invites.code')}</p>
          <p className={styles.code}>{created.code}</p>
          <p className={styles.quiet}>{t('workshop.invites.codeWhere', { address: location.host })}</p>
        </div>
      </div>
      <div className={styles.screenOnly}>
        <Banner tone="attention">{t('workshop.invites.once')}</Banner>
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
