import { Hand } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import { SpareWord } from '#client/ui/SpareWord.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { togglePanel } from '#client/ui-state/room-view.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { usePresentHands } from './raised-hands.ts'

/** How many hands are up, and the way to the list; `brief`: by their number alone. */
export function HandsControl({ brief = false }: { brief?: boolean }) {
  const { t } = useTranslation()
  const { view } = useRoom()
  const count = usePresentHands().length
  const toggle = () => togglePanel(view, { type: 'hands' })
  if (count === 0)
    return (
      <IconButton
        label={t('facilitation.dock.noHands')}
        icon={<Hand aria-hidden="true" />}
        onClick={toggle}
      />
    )
  const label = t('facilitation.dock.hands', { count })
  return (
    <Button
      variant="secondary"
      icon={<Hand aria-hidden="true" />}
      aria-label={label}
      title={label}
      onClick={toggle}
    >
      {brief ? count : <SpareWord word={label} brief={count} />}
    </Button>
  )
}
