import { useTranslation } from 'react-i18next'
import type { VoteResult } from '#shared/facilitation/vote/count.ts'
import type { PlacedLine } from '#shared/facilitation/vote/outcome.ts'
import type { Vote } from '#shared/facilitation/vote/vote.ts'
import { useOutcomeWords } from '#client/ballots/outcome-words.ts'
import { useCandidateName } from './CandidateName.tsx'
import styles from './result.module.css'

export interface ShownResult {
  kind: Vote['kind']
  counted: Pick<VoteResult, 'ballots' | 'lines'>
  placed: readonly PlacedLine[]
}

/** A bar for each card; where people could say different things, what they said is its parts. */
export function ResultChart({ kind, counted, placed }: ShownResult) {
  const most = Math.max(1, ...counted.lines.map(({ points }) => points))
  return (
    <ol className={styles.chart}>
      {placed.map((line) => (
        <Bar key={line.line.candidate} kind={kind} ballots={counted.ballots} most={most} {...line} />
      ))}
    </ol>
  )
}

interface BarProps extends PlacedLine {
  kind: Vote['kind']
  ballots: number
  most: number
}

function Bar({ kind, ballots, most, line, place, isTied }: BarProps) {
  const { t } = useTranslation()
  const name = useCandidateName(line.candidate)
  const words = useOutcomeWords()
  const isSum = kind.type === 'dots' || kind.type === 'ranking'
  return (
    <li className={styles.bar} data-tied={isTied}>
      <span
        className={styles.place}
        aria-label={place === null ? t('votes.result.noPlace') : t('votes.result.place', { place })}
      >
        {place ?? '–'}
      </span>
      <span className={styles.barName}>
        {name}
        {isTied ? <span className={styles.tie}> {t('votes.result.tie')}</span> : null}
      </span>
      <span className={styles.value}>{words.points(kind, line, ballots)}</span>
      {isSum ? (
        <span className={styles.track} aria-hidden="true">
          <span style={{ width: `${(Math.max(0, line.points) / most) * 100}%` }} />
        </span>
      ) : (
        <Spread kind={kind} spread={line.spread} ballots={ballots} />
      )}
      {line.reasons.length > 0 ? <Reasons reasons={line.reasons} /> : null}
    </li>
  )
}

/** How many said what, side by side. Numbers stand in the parts, so that no colour has to be told apart. */
function Spread({
  kind,
  spread,
  ballots,
}: {
  kind: Vote['kind']
  spread: readonly number[]
  ballots: number
}) {
  const columns = useOutcomeWords().columns(kind, spread.length)
  const said = spread.map((people, choice) => ({ people, word: columns[choice] ?? '', choice }))
  return (
    <span className={styles.spread} data-kind={kind.type}>
      {said
        .filter(({ people }) => people > 0)
        .map(({ people, word, choice }) => (
          <span
            key={choice}
            className={styles.part}
            data-choice={choice}
            style={{ flexGrow: people / Math.max(1, ballots) }}
            title={`${word}: ${people}`}
          >
            {word}: {people}
          </span>
        ))}
    </span>
  )
}

function Reasons({ reasons }: { reasons: readonly string[] }) {
  const { t } = useTranslation()
  return (
    <ul className={styles.reasons} aria-label={t('votes.result.reasons')}>
      {reasons.map((reason, n) => (
        <li key={n}>{reason}</li>
      ))}
    </ul>
  )
}
