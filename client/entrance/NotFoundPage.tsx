// In front of it: somebody who followed an old or mistyped link, one minute before the meeting begins.
// Needs one sentence and one way on; no patience for explanations.
import { Link } from 'react-router'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '#client/ui/Button.tsx'
import styles from './ErrorBoundary.module.css'
import { PageHeading } from '#client/app/PageHeading.tsx'

export function NotFoundPage() {
  const { t } = useTranslation()
  return (
    <div className={styles.broken}>
      <PageHeading title={t('start.notFound.title')} />
      <p>{t('start.notFound.text')}</p>
      <div className={styles.actions}>
        <Link className={buttonClass('primary')} to="/">
          {t('start.toStart')}
        </Link>
      </div>
    </div>
  )
}
