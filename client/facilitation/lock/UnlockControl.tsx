import { LockOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import { useFacilitation } from '#client/room-context/room-context.ts'
import { useCommand } from '#client/room-context/use-command.ts'

/** While the room is closed to writing: the way to open it again, in sight because nobody else can. */
export function UnlockControl() {
  const { t } = useTranslation()
  const send = useCommand()
  const locked = useFacilitation(({ state }) => state?.lock.status === 'locked')
  if (!locked) return null
  return (
    <Button
      variant="secondary"
      icon={<LockOpen aria-hidden="true" />}
      onClick={() => void send({ type: 'unlock' })}
    >
      {t('facilitation.dock.unlock')}
    </Button>
  )
}
