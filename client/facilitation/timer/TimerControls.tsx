import { Pause, Play, Plus, Timer, TimerOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import { useFacilitation, useRoom } from '#client/room-context/room-context.ts'
import { useCommand } from '#client/room-context/use-command.ts'
import { useTimeLeft } from './use-time-left.ts'

const MINUTE_MS = 60_000

/** Starting, stopping and stretching the time for everybody. */
export function TimerControls() {
  const { t } = useTranslation()
  const { view } = useRoom()
  const send = useCommand()
  const over = (useTimeLeft() ?? 0) <= 0
  const status = useFacilitation(({ state }) => state?.timer.status ?? 'idle')
  if (status === 'idle') {
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
      {over ? null : status === 'running' ? (
        <Button
          variant="quiet"
          icon={<Pause aria-hidden="true" />}
          onClick={() => void send({ type: 'pauseTimer' })}
        >
          {t('facilitation.timer.pause')}
        </Button>
      ) : (
        <Button
          variant="quiet"
          icon={<Play aria-hidden="true" />}
          onClick={() => void send({ type: 'resumeTimer' })}
        >
          {t('facilitation.timer.resume')}
        </Button>
      )}
      <Button
        variant="quiet"
        icon={<Plus aria-hidden="true" />}
        aria-label={t('facilitation.timer.extend')}
        onClick={() => void send({ type: 'extendTimer', byMs: MINUTE_MS })}
      >
        {t('facilitation.timer.oneMinute')}
      </Button>
      <Button
        variant="quiet"
        icon={<TimerOff aria-hidden="true" />}
        aria-label={t('facilitation.timer.end')}
        onClick={() => void send({ type: 'endTimer' })}
      >
        {t('facilitation.timer.endShort')}
      </Button>
    </>
  )
}
