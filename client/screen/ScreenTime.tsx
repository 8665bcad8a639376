import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clockFace } from '#client/app/clock-face.ts'
import { remainingMs } from '#shared/facilitation/timer/remaining.ts'
import styles from './screen.module.css'
import type { SeenScreen } from './use-screen.ts'

/** Four times a second, so that the shown second is nobody's later than a quarter. */
const tickMs = 250

/** What is left, for the last row; nothing while no time is set. */
export function ScreenTime({ view: { timer, clockAheadMs } }: { view: SeenScreen }) {
  const { t } = useTranslation()
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), tickMs)
    return () => clearInterval(ticking)
  }, [])
  const left = remainingMs(timer, now + clockAheadMs)
  if (left === null) return null
  const isOver = left <= 0
  return (
    <p className={styles.time} data-over={isOver} role="timer">
      {isOver ? (
        <strong>{t('room.timer.over')}</strong>
      ) : (
        <>
          <span>{timer.status === 'paused' ? t('screen.paused') : t('screen.left')}</span>
          <strong>{clockFace(left)}</strong>
        </>
      )}
    </p>
  )
}
