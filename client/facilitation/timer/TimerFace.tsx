import { Bell, BellOff, Hourglass, Pause, Timer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { classes } from '#client/ui/classes.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { clockFace } from '#client/app/clock-face.ts'
import { useFacilitation } from '#client/room-context/room-context.ts'
import { soundChoice, toggleSound } from './timer-sound.ts'
import styles from './TimerFace.module.css'
import { useTimeLeft } from './use-time-left.ts'

/** The time left, large enough to be seen from the other side of the table. */
export function TimerFace() {
  const { t } = useTranslation()
  const left = useTimeLeft()
  const status = useFacilitation(({ state }) => state?.timer.status)
  const sound = useStore(soundChoice, ({ on }) => on)
  if (left === null) return null
  const over = left <= 0
  const Icon = over ? Hourglass : status === 'paused' ? Pause : Timer
  const time = clockFace(left)
  return (
    <div className={classes(styles.timer, over && styles.over, !over && left <= 60_000 && styles.soon)}>
      <Icon aria-hidden="true" />
      <span
        role="timer"
        className={styles.time}
        aria-label={over ? t('room.timer.over') : t('room.timer.left', { time })}
      >
        {over ? t('room.timer.over') : time}
      </span>
      {status === 'paused' ? <span className={styles.paused}>{t('room.timer.paused')}</span> : null}
      <IconButton
        label={sound ? t('room.timer.soundOff') : t('room.timer.soundOn')}
        icon={sound ? <Bell aria-hidden="true" /> : <BellOff aria-hidden="true" />}
        pressed={sound}
        onClick={toggleSound}
      />
    </div>
  )
}
