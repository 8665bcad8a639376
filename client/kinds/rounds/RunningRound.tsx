import { Timer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Artefact } from '#shared/document/artefacts.ts'
import { clockFace } from '#client/app/clock-face.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import styles from './rounds.module.css'
import { useRunningRound } from './use-running-round.ts'

/** On the sheet itself: which round runs. The clock is read out by the room's timer, not by every sheet. */
export function RunningRound({ session, artefact }: { session: RoomSession; artefact: Artefact }) {
  const { t } = useTranslation()
  const running = useRunningRound(session, artefact)
  if (!running || (artefact.kind !== 'crazy8' && artefact.kind !== 'brainwriting')) return null
  return (
    <span className={styles.mark} aria-hidden="true">
      <Timer />
      {t(`artefacts.helps.${artefact.kind}.mark`, { n: running.index + 1, left: clockFace(running.leftMs) })}
    </span>
  )
}
