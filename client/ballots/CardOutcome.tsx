import { useTranslation } from 'react-i18next'
import type { RoomSession } from '#client/session/room-session.ts'
import { useOutcomeWords } from './outcome-words.ts'
import { useCardOutcome } from './votes.ts'

interface CardOutcomeProps {
  session: RoomSession
  artefactId: string
  className: string | undefined
}

/** Place and points of a card in the last vote that was counted on it; nothing where there was none. */
export function CardOutcome({ session, artefactId, className }: CardOutcomeProps) {
  const { t } = useTranslation()
  const words = useOutcomeWords()
  const outcome = useCardOutcome(session, artefactId)
  if (!outcome) return null
  const { place, isTied, kind, line, ballots } = outcome
  return (
    <span className={className}>
      <span>{place === null ? t('votes.result.noPlace') : t('votes.result.place', { place })}</span>
      <small>
        {words.points(kind, line, ballots)}
        {isTied ? ` · ${t('votes.result.tie')}` : null}
      </small>
    </span>
  )
}
