import { CircleDot } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { voteOnPage } from '#client/ballots/votes.ts'
import { useFacilitation, useGroupPage, useRoom, useView } from '#client/room-context/room-context.ts'
import { Button } from '#client/ui/Button.tsx'
import { togglePanel } from '#client/ui-state/room-view.ts'

/** The way to the votes: to the one that is on, else to all of them. */
export function VoteControl() {
  const { t } = useTranslation()
  const { view } = useRoom()
  const page = useGroupPage()
  const open = useView(({ panel }) => panel?.type === 'votes')
  const current = useFacilitation(({ state }) => (state && page ? voteOnPage(state, page.id) : null))
  return (
    <Button
      variant={open ? 'secondary' : 'quiet'}
      aria-pressed={open}
      icon={<CircleDot aria-hidden="true" />}
      onClick={() => togglePanel(view, { type: 'votes', voteId: current?.vote.id ?? null })}
    >
      {t('votes.one')}
    </Button>
  )
}
