import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './ballots.module.css'
import type { BallotControlProps } from './control-props.ts'
import { ballotOf, movedBy } from './choices.ts'

/** The place of one candidate in the own order. */
export function RankControl(props: BallotControlProps) {
  const { vote, candidate, name, ballot, disabled, onChoose, tabIndex } = props
  const { t } = useTranslation()
  const own = ballotOf('ranking', vote, ballot)
  const place = own.order.indexOf(candidate) + 1
  const count = own.order.length
  const move = (by: number) => onChoose(movedBy(own, candidate, by))
  return (
    <div
      className={styles.control}
      role="group"
      aria-label={t('votes.rank.of', { card: name, place, count })}
    >
      <button
        type="button"
        className={styles.step}
        tabIndex={tabIndex}
        aria-label={t('votes.rank.up', { card: name })}
        aria-disabled={disabled || place <= 1}
        onClick={() => !disabled && place > 1 && move(-1)}
      >
        <ArrowUp aria-hidden="true" />
      </button>
      <span className={styles.chosen}>
        {ballot ? t('votes.rank.place', { place }) : t('votes.rank.notYet')}
      </span>
      <button
        type="button"
        className={styles.step}
        tabIndex={tabIndex}
        aria-label={t('votes.rank.down', { card: name })}
        aria-disabled={disabled || place >= count}
        onClick={() => !disabled && place < count && move(1)}
      >
        <ArrowDown aria-hidden="true" />
      </button>
    </div>
  )
}
