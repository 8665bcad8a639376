import { Suspense, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageSwitch } from '#client/app/LanguageSwitch.tsx'
import mark from '#client/app/mark.svg'
import { PublicTexts } from '#client/app/PublicTexts.tsx'
import { ThemeSwitch } from '#client/app/ThemeSwitch.tsx'
import { Way } from '#client/app/Way.tsx'
import { SkipLink } from '#client/ui/SkipLink.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import type { PublicTextLinks } from '#shared/protocol/api.ts'
import { Boundary } from './Boundary.tsx'
import styles from './PageFrame.module.css'

interface FrameProps {
  /** Another address is another try after a view has failed. */
  address: string
  publicTexts: PublicTextLinks | undefined
  /** At the end of the bar: whose browser this is. */
  own?: ReactNode
  children: ReactNode
}

/** Bar, content and foot of every view except the room; it needs no router, so that the door can have it, too. */
export function Frame({ address, publicTexts, own, children }: FrameProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.page}>
      <SkipLink to="content" />
      <header className={styles.bar}>
        <Way className={styles.brand} to="/">
          <img src={mark} alt="" width="28" height="28" />
          {t('common.appName')}
        </Way>
        <div className={styles.switches}>
          <ThemeSwitch />
          <LanguageSwitch />
          {own}
        </div>
      </header>
      <main id="content" className={styles.content} tabIndex={-1}>
        <Boundary address={address}>
          <Suspense fallback={<Spinner label={t('common.loading')} />}>{children}</Suspense>
        </Boundary>
      </main>
      <footer className={styles.foot}>
        <PublicTexts links={publicTexts} />
      </footer>
    </div>
  )
}
