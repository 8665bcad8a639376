import { Pause, Play, Plus, Square, Timer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { clockFace } from './clock-face.ts'
import styles from './ModeratorDock.module.css'
import { useFacilitation, useRoom } from './room-context.ts'
import { useCommand } from './use-command.ts'
import { useTimeLeft } from './use-time-left.ts'

const MINUTE_MS = 60_000

/** Starting, stopping and stretching the time for everybody. */
export function TimerControls() {
  const { t } = useTranslation()
  const { view } = useRoom()
  const send = useCommand()
  const left = useTimeLeft()
  const status = useFacilitation(({ state }) => state?.timer.status ?? 'idle')
  if (status === 'idle' || left === null) {
    return (
      <Button
        variant="quiet"
        icon={<Timer aria-hidden="true" />}
        onClick={() => view.setState({ dialog: { type: 'timer' } })}
      >
        {t('facilitation.timer.start')}
      </Button>
    )
  }
  return (
    <>
      <span className={styles.time} aria-hidden="true">
        {clockFace(left)}
      </span>
      {status === 'running' ? (
        <IconButton
          label={t('facilitation.timer.pause')}
          icon={<Pause aria-hidden="true" />}
          onClick={() => void send({ type: 'pauseTimer' })}
        />
      ) : (
        <IconButton
          label={t('facilitation.timer.resume')}
          icon={<Play aria-hidden="true" />}
          onClick={() => void send({ type: 'resumeTimer' })}
        />
      )}
      <Button
        variant="quiet"
        icon={<Plus aria-hidden="true" />}
        aria-label={t('facilitation.timer.extend')}
        onClick={() => void send({ type: 'extendTimer', byMs: MINUTE_MS })}
      >
        1
      </Button>
      <IconButton
        label={t('facilitation.timer.end')}
        icon={<Square aria-hidden="true" />}
        onClick={() => void send({ type: 'endTimer' })}
      />
    </>
  )
}
