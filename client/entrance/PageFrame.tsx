import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Outlet } from 'react-router'
import { OwnMenu } from '#client/account/OwnMenu.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { LanguageSwitch } from '#client/app/LanguageSwitch.tsx'
import mark from '#client/app/mark.svg'
import { PublicTexts } from '#client/app/PublicTexts.tsx'
import styles from './PageFrame.module.css'
import { ThemeSwitch } from '#client/app/ThemeSwitch.tsx'

/** Top bar and content of every view except the room. */
export function PageFrame() {
  const { t } = useTranslation()
  return (
    <div className={styles.page}>
      <a className={styles.skip} href="#content">
        {t('common.skipToContent')}
      </a>
      <header className={styles.bar}>
        <Link className={styles.brand} to="/">
          <img src={mark} alt="" width="28" height="28" />
          {t('common.appName')}
        </Link>
        <div className={styles.switches}>
          <ThemeSwitch />
          <LanguageSwitch />
          <OwnMenu />
        </div>
      </header>
      <main id="content" className={styles.content} tabIndex={-1}>
        <ErrorBoundary>
          <Suspense fallback={<Spinner label={t('common.loading')} />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
      <footer className={styles.foot}>
        <PublicTexts />
      </footer>
    </div>
  )
}
