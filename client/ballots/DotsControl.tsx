import { Minus, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Vote } from '#shared/facilitation/vote/vote.ts'
import styles from './ballots.module.css'
import type { BallotControlProps } from './control-props.ts'
import { ballotOf, dotsUsed, withDots } from './choices.ts'
import { Dots } from './Dots.tsx'

interface DotsControlProps extends BallotControlProps {
  kind: Extract<Vote['kind'], { type: 'dots' }>
}

/** Dots for one candidate, with those that are left in mind. */
export function DotsControl(props: DotsControlProps) {
  const { vote, kind, candidate, name, disabled, onChoose, tabIndex } = props
  const { t } = useTranslation()
  const ballot = ballotOf('dots', vote, props.ballot)
  const count = ballot.dots[candidate] ?? 0
  const isFull = count >= kind.dotsPerCard
  const noneLeft = dotsUsed(ballot) >= kind.dotsPerPerson
  const set = (next: number) => onChoose(withDots(ballot, candidate, next))
  return (
    <div className={styles.control} role="group" aria-label={t('votes.dots.of', { card: name, count })}>
      <button
        type="button"
        className={styles.step}
        tabIndex={tabIndex}
        aria-label={t('votes.dots.less', { card: name })}
        aria-disabled={disabled || count === 0}
        onClick={() => !disabled && count > 0 && set(count - 1)}
      >
        <Minus aria-hidden="true" />
      </button>
      <span className={styles.chosen}>
        {count === 0 ? t('votes.dots.none') : <Dots filled={count} of={count} />}
      </span>
      <button
        type="button"
        className={styles.step}
        tabIndex={tabIndex}
        aria-label={t('votes.dots.more', { card: name })}
        aria-disabled={disabled || isFull || noneLeft}
        onClick={() => !disabled && !isFull && !noneLeft && set(count + 1)}
      >
        <Plus aria-hidden="true" />
      </button>
      {isFull ? (
        <small className={styles.limit}>{t('votes.dots.atMost', { count: kind.dotsPerCard })}</small>
      ) : null}
    </div>
  )
}
