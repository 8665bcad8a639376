import { Check, CloudOff, LoaderCircle, Pause } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { ConnectionState } from '#client/session/room-session.ts'
import { classes } from '#client/ui/classes.ts'
import { timeOfDay } from '#client/room-context/times-of-day.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import styles from './SavedState.module.css'

/** Always in sight: whether what one wrote is safe. Says "gespeichert" only after the server did. */
export function SavedState() {
  const { t, i18n } = useTranslation()
  const connection = useStore(useRoom().session.connection)
  const state = savedState(connection)
  const time = connection.savedAt ? timeOfDay(connection.savedAt, i18n.language) : ''
  const { Icon, tone } = marks[state]
  return (
    <span className={classes(styles.state, styles[tone])} data-saved-state={state}>
      <Icon aria-hidden="true" />
      <span className={styles.words}>{t(`room.saved.${state}`, { time })}</span>
      <span className={styles.short} aria-hidden="true">
        {state === 'saved' ? time : null}
      </span>
    </span>
  )
}

type Saved = 'connecting' | 'waiting' | 'saved' | 'upToDate' | 'offline' | 'held' | 'ended'

const marks = {
  connecting: { Icon: LoaderCircle, tone: 'quiet' },
  waiting: { Icon: LoaderCircle, tone: 'quiet' },
  saved: { Icon: Check, tone: 'good' },
  upToDate: { Icon: Check, tone: 'good' },
  offline: { Icon: CloudOff, tone: 'attention' },
  held: { Icon: Pause, tone: 'attention' },
  ended: { Icon: CloudOff, tone: 'attention' },
} as const

function savedState({ status, unsaved, held, savedAt }: ConnectionState): Saved {
  if (status !== 'online') return status
  if (held) return 'held'
  if (unsaved) return 'waiting'
  return savedAt === null ? 'upToDate' : 'saved'
}
