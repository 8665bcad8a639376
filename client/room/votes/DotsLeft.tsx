import { useTranslation } from 'react-i18next'
import type { Ballot, Vote } from '#shared/facilitation/vote/vote.ts'
import { ballotOf, dotsUsed } from '#client/ballots/choices.ts'
import { Dots } from '#client/ballots/Dots.tsx'
import styles from './votes.module.css'

/** "noch 1 von 5 Punkten" */
export function DotsLeft({ vote, ballot }: { vote: Vote; ballot: Ballot | null }) {
  const { t } = useTranslation()
  if (vote.kind.type !== 'dots') return null
  const of = vote.kind.dotsPerPerson
  const used = dotsUsed(ballotOf('dots', vote, ballot))
  return (
    <p className={styles.left}>
      <Dots filled={used} of={of} />
      <strong>{t('votes.dots.left', { left: of - used, of })}</strong>
    </p>
  )
}
