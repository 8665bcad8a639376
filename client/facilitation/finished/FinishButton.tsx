import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import { useFacilitation } from '#client/room-context/room-context.ts'
import { useCommand } from '#client/room-context/use-command.ts'

/** "Ich bin fertig", for this step. */
export function FinishButton() {
  const { t } = useTranslation()
  const send = useCommand()
  const mine = useFacilitation(({ state }) => state?.finished.mine === true)
  return (
    <Button
      icon={<CircleCheck aria-hidden="true" />}
      aria-pressed={mine}
      onClick={() => void send({ type: mine ? 'unfinish' : 'finish' })}
    >
      {mine ? t('room.step.doneSince') : t('room.step.done')}
    </Button>
  )
}
