import { Timer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import styles from './minutes.module.css'
import { useRunningField } from './use-running-field.ts'

/** On the sheet itself: which field's minute runs. The clock is read out by the room's timer, not by every sheet. */
export function RunningMinute({ session, artefact }: { session: RoomSession; artefact: Artefact }) {
  const { t } = useTranslation()
  const running = useRunningField(session, artefact.id)
  if (!running) return null
  const seconds = Math.ceil(running.leftMs / 1_000)
  return (
    <span className={styles.mark} aria-hidden="true">
      <Timer />
      {t('artefacts.helps.crazy8.mark', { n: running.index + 1, seconds })}
    </span>
  )
}
