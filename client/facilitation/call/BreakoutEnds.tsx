import { useEffect } from 'react'
import { Hourglass } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useTimeLeft } from '#client/facilitation/timer/use-time-left.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { announce } from '#client/ui/announcements.ts'
import styles from './CallBand.module.css'

/** Time enough to agree on what is taken along. */
const WARN_BEFORE_MS = 2 * 60_000

/** In a breakout, shortly before its time is over and from then on: what to do before everybody goes back. */
export function BreakoutEnds() {
  const { group } = useRoom()
  return group.kind === 'breakout' && group.archivedAt === null ? <Warning /> : null
}

function Warning() {
  const { t } = useTranslation()
  const left = useTimeLeft()
  const warns = left !== null && left <= WARN_BEFORE_MS
  const isSoon = warns && left > 0
  useEffect(() => {
    // That it is over the timer says
    if (isSoon) announce(`${t('call.soonOver')} ${t('call.takeAlong')}`)
  }, [isSoon, t])
  if (!warns) return null
  return (
    <section className={styles.band} aria-label={t('call.ends')}>
      <Hourglass aria-hidden="true" />
      <p className={styles.words}>
        <strong>{t(isSoon ? 'call.soonOver' : 'call.over')}</strong> {t('call.takeAlong')}
      </p>
    </section>
  )
}
