import { Hand } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import { togglePanel } from '#client/ui-state/room-view.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { usePresentHands } from './raised-hands.ts'

/** How many hands are up, and the way to the list. */
export function HandsControl() {
  const { t } = useTranslation()
  const { view } = useRoom()
  const count = usePresentHands().length
  return (
    <Button
      variant={count > 0 ? 'secondary' : 'quiet'}
      icon={<Hand aria-hidden="true" />}
      onClick={() => togglePanel(view, { type: 'hands' })}
    >
      {count > 0 ? t('facilitation.dock.hands', { count }) : t('facilitation.dock.noHands')}
    </Button>
  )
}
