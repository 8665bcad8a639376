import { Hand } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import { useFacilitation } from '#client/room-context/room-context.ts'
import { useCommand } from '#client/room-context/use-command.ts'
import { useHands } from './raised-hands.ts'

/** One's own hand. */
export function HandButton() {
  const { t } = useTranslation()
  const send = useCommand()
  const me = useFacilitation((facilitation) => facilitation.me?.memberId)
  const isUp = useHands().some(({ memberId }) => memberId === me)
  return (
    <Button
      icon={<Hand aria-hidden="true" />}
      aria-pressed={isUp}
      onClick={() => void send({ type: isUp ? 'lowerHand' : 'raiseHand' })}
    >
      {isUp ? t('room.step.lowerHand') : t('room.step.raiseHand')}
    </Button>
  )
}
