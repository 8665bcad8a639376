import { ChartNoAxesColumn } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import { useRoom, useView } from '#client/room-context/room-context.ts'

/** Puts a result onto this person's board, or takes it off again. */
export function ResultOnBoard({ voteId }: { voteId: string }) {
  const { t } = useTranslation()
  const { view } = useRoom()
  const isShown = useView(({ result, face }) => result?.voteId === voteId && face === 'board')
  return (
    <Button
      aria-pressed={isShown}
      icon={<ChartNoAxesColumn aria-hidden="true" />}
      onClick={() =>
        view.setState(
          isShown ? { result: null } : { result: { voteId, order: 'points' }, face: 'board', panel: null },
        )
      }
    >
      {t('votes.board.title')}
    </Button>
  )
}
