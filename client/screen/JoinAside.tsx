import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { inviteLink } from '#client/app/paths.ts'
import { QrCode } from '#client/ui/QrCode.tsx'
import type { ScreenView } from '#shared/protocol/screen.ts'
import styles from './screen.module.css'
import type { useJoinCode } from './use-join-code.ts'

interface JoinAsideProps {
  join: ReturnType<typeof useJoinCode>
  finished: ScreenView['finished']
  /** Something else needs the room. */
  isSlim: boolean
}

/** How to get in, and how many are done: a number, and nobody's name. */
export function JoinAside({ join, finished: { done, count }, isSlim }: JoinAsideProps) {
  const { t } = useTranslation()
  if (join.state === 'none' && count === 0) return null
  return (
    <aside
      className={styles.aside}
      data-narrow={join.state !== 'open' || isSlim}
      aria-label={t('screen.join')}
    >
      {join.state === 'open' ? (
        <>
          <h2>{t('screen.join')}</h2>
          {isSlim ? null : <p>{t('screen.joinHow')}</p>}
          <div className={styles.qr}>
            <QrCode text={inviteLink(join.token)} label={t('screen.joinQr')} />
          </div>
          <p className={styles.orBrowser}>
            {t('screen.orBrowser')} <strong>{location.host}</strong>
          </p>
          <p className={styles.codeLabel}>{t('screen.code')}</p>
          <p className={styles.code}>{join.code}</p>
        </>
      ) : null}
      {join.state === 'failed' ? <p>{t('screen.codeFailed')}</p> : null}
      {count > 0 ? (
        <p className={styles.finished}>
          <CircleCheck aria-hidden="true" />
          {t('facilitation.dock.done', { done, count })}
        </p>
      ) : null}
    </aside>
  )
}
