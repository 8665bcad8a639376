import { Button } from '#client/ui/Button.tsx'
import { SpareWord } from '#client/ui/SpareWord.tsx'
import { useTimerActions } from './timer-actions.ts'

/** Starting, stopping and stretching the time for everybody. */
export function TimerControls() {
  return useTimerActions().map(({ id, label, short, Icon, run }) => (
    <Button
      key={id}
      variant="quiet"
      icon={<Icon aria-hidden="true" />}
      aria-label={label}
      title={label}
      onClick={run}
    >
      {id === 'start' || id === 'extend' ? short : <SpareWord word={short} />}
    </Button>
  ))
}
