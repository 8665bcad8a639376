import { Pause, Play, Plus, Timer, TimerOff, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFacilitation, useRoom } from '#client/room-context/room-context.ts'
import { useCommand } from '#client/room-context/use-command.ts'
import { useTimeLeft } from './use-time-left.ts'

const MINUTE_MS = 60_000

interface TimerAction {
  id: 'start' | 'pause' | 'resume' | 'extend' | 'end'
  label: string
  /** What the button says where the time stands beside it. */
  short: string
  Icon: LucideIcon
  run: () => void
}

/** What can be done with everybody's time now: starting it, or stopping, stretching and ending it. */
export function useTimerActions(): TimerAction[] {
  const { t } = useTranslation()
  const { view } = useRoom()
  const send = useCommand()
  const over = (useTimeLeft() ?? 0) <= 0
  const status = useFacilitation(({ state }) => state?.timer.status ?? 'idle')
  const plain = (id: 'start' | 'pause' | 'resume', Icon: LucideIcon, run: () => void): TimerAction => {
    const label = t(`facilitation.timer.${id}`)
    return { id, label, short: label, Icon, run }
  }
  if (status === 'idle') return [plain('start', Timer, () => view.setState({ dialog: { type: 'timer' } }))]
  const going =
    status === 'running'
      ? plain('pause', Pause, () => void send({ type: 'pauseTimer' }))
      : plain('resume', Play, () => void send({ type: 'resumeTimer' }))
  return [
    ...(over ? [] : [going]),
    {
      id: 'extend',
      label: t('facilitation.timer.extend'),
      short: t('facilitation.timer.oneMinute'),
      Icon: Plus,
      run: () => void send({ type: 'extendTimer', byMs: MINUTE_MS }),
    },
    {
      id: 'end',
      label: t('facilitation.timer.end'),
      short: t('facilitation.timer.endShort'),
      Icon: TimerOff,
      run: () => void send({ type: 'endTimer' }),
    },
  ]
}
