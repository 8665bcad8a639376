import { Suspense, type ReactNode } from 'react'
import type { VoteState } from '#shared/facilitation/vote/state.ts'
import { voteOnPage } from '#client/ballots/votes.ts'
import { useFacilitation, useOwnPage, useRoom } from '#client/room-context/room-context.ts'
import { useTranslation } from 'react-i18next'
import { Spinner } from '#client/ui/Spinner.tsx'
import { BallotPaper } from '../shell/room-parts.ts'
import styles from './votes.module.css'

/** The vote in which this person can choose something on the page in front of them, or could until it was closed. */
export function useVotingHere(): (VoteState & { status: 'open' | 'closed' }) | null {
  const { session } = useRoom()
  const page = useOwnPage()
  return useFacilitation(({ state }) => {
    const known = state && page ? voteOnPage(state, page.id) : null
    if (known?.status !== 'open' && known?.status !== 'closed') return null
    return session.ballots.isEligible(known.vote) ? known : null
  })
}

/** On a phone the ballot paper takes the place of the form for cards. */
export function VotingFace({ otherwise }: { otherwise: ReactNode }) {
  const { t } = useTranslation()
  const known = useVotingHere()
  if (!known) return otherwise
  return (
    <div className={styles.face}>
      <h2>{known.vote.question}</h2>
      <Suspense fallback={<Spinner label={t('common.loading')} />}>
        <BallotPaper vote={known.vote} status={known.status} />
      </Suspense>
    </div>
  )
}
