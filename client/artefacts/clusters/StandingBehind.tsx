import { useTranslation } from 'react-i18next'
import type { RoomSession } from '#client/session/room-session.ts'
import { useStanding } from './use-clusters.ts'

interface StandingBehindProps {
  session: RoomSession
  artefactId: string
  /** How many cards lie on it. */
  cards: number
  className?: string | undefined
}

/** "5 Karten · 3 Interviews · 2 Kommunen · 1 dagegen": how broad a pattern is, and what speaks against it. */
export function StandingBehind({ session, artefactId, cards, className }: StandingBehindProps) {
  const { t } = useTranslation()
  const { interviews, municipalities, contradictions } = useStanding(session, artefactId)
  const pieces = [
    t('list.cards', { count: cards }),
    interviews.length > 0 && t('board.card.interviews', { count: interviews.length }),
    municipalities.length > 0 && t('board.card.municipalities', { count: municipalities.length }),
    contradictions.length > 0 && t('artefacts.clusters.against', { count: contradictions.length }),
  ]
  return <span className={className}>{pieces.filter(Boolean).join(' · ')}</span>
}
