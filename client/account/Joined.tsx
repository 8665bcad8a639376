import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeading } from '#client/app/PageHeading.tsx'
import { returnLink } from '#client/app/paths.ts'
import { wayIn } from '#client/app/way-into.ts'
import { Way } from '#client/app/Way.tsx'
import { buttonClass } from '#client/ui/Button.tsx'
import { CopyField } from '#client/ui/CopyField.tsx'
import type { Admission } from '#shared/protocol/api.ts'
import styles from './form.module.css'

/** Drawn after everything else: nobody needs it to enter. */
const QrCode = lazy(async () => ({ default: (await import('#client/ui/QrCode.tsx')).QrCode }))

/** In. The way on comes first; the way back is offered once, beside it, and stops nobody. */
export function Joined({ admission, name }: { admission: Admission; name: string }) {
  const { t } = useTranslation()
  return (
    <>
      <PageHeading title={t('account.joined.title', { name })} />
      <Way className={buttonClass('primary', styles.big)} to={wayIn(admission)}>
        {t(admission.role === 'manager' ? 'account.joined.overview' : 'account.joined.enter')}
      </Way>
      {admission.returnToken ? <WayBack link={returnLink(admission.returnToken)} /> : null}
    </>
  )
}

function WayBack({ link }: { link: string }) {
  const { t } = useTranslation()
  return (
    <section className={styles.returnCard} aria-labelledby="way-back">
      <h2 id="way-back">{t('account.joined.returnTitle')}</h2>
      <p>{t('account.joined.returnText')}</p>
      <CopyField label={t('account.joined.returnLink')} value={link} />
      <div className={styles.qr}>
        <Suspense fallback={null}>
          <QrCode text={link} label={t('account.joined.returnQr')} />
        </Suspense>
      </div>
      <p className={styles.quiet}>{t('account.joined.sameBrowser')}</p>
    </section>
  )
}
