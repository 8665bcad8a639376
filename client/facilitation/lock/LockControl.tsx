import { Lock, LockOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import { useFacilitation } from '#client/room-context/room-context.ts'
import { useCommand } from '#client/room-context/use-command.ts'

/** Closes the room to writing, and opens it again. */
export function LockControl() {
  const { t } = useTranslation()
  const send = useCommand()
  const locked = useFacilitation(({ state }) => state?.lock.status === 'locked')
  return (
    <Button
      variant={locked ? 'secondary' : 'quiet'}
      icon={locked ? <LockOpen aria-hidden="true" /> : <Lock aria-hidden="true" />}
      onClick={() => void send({ type: locked ? 'unlock' : 'lock' })}
    >
      {locked ? t('facilitation.dock.unlock') : t('facilitation.dock.lock')}
    </Button>
  )
}
