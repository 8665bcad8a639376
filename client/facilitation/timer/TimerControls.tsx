import { Button } from '#client/ui/Button.tsx'
import { useTimerActions } from './timer-actions.ts'

/** Starting, stopping and stretching the time for everybody. */
export function TimerControls() {
  return useTimerActions().map(({ id, label, short, Icon, run }) => (
    <Button
      key={id}
      variant="quiet"
      icon={<Icon aria-hidden="true" />}
      aria-label={label === short ? undefined : label}
      onClick={run}
    >
      {short}
    </Button>
  ))
}
