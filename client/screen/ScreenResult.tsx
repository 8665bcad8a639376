import { useTranslation } from 'react-i18next'
import { useOutcomeWords } from '#client/ballots/outcome-words.ts'
import { placedLines } from '#shared/facilitation/vote/outcome.ts'
import type { ScreenContent, ScreenVote } from '#shared/protocol/screen.ts'
import styles from './screen.module.css'

/** More do not fit in letters that the last row can read. */
const mostLines = 6

interface ScreenResultProps {
  vote: ScreenVote
  result: NonNullable<ScreenVote['result']>
  /** In which the question and the cards are written. */
  language: ScreenContent['language']
}

/** What came out, the best first, each with what it got. */
export function ScreenResult({ vote, result, language }: ScreenResultProps) {
  const { t } = useTranslation()
  const words = useOutcomeWords()
  const placed = placedLines(vote.kind, result)
  const most = Math.max(1, ...result.lines.map(({ points }) => points))
  const isSum = vote.kind.type === 'dots' || vote.kind.type === 'ranking'
  const rest = placed.length - mostLines
  return (
    <section className={styles.result} aria-label={t('screen.result')}>
      <h2 lang={language}>{vote.question}</h2>
      <p>
        {t('votes.result.ballots', { count: result.ballots })}
        {vote.trial ? ` · ${t('screen.trial')}` : ''}
      </p>
      <ol>
        {placed.slice(0, mostLines).map(({ line, place, isTied }) => (
          <li key={line.candidate}>
            <span className={styles.place}>{place ?? '–'}</span>
            <span className={styles.candidate}>
              {vote.names[line.candidate] ? (
                <span lang={language}>{vote.names[line.candidate]}</span>
              ) : (
                t('screen.gone')
              )}
              {isTied ? <em> {t('votes.result.tie')}</em> : null}
            </span>
            <strong>{words.points(vote.kind, line, result.ballots)}</strong>
            {isSum ? (
              <span className={styles.track} aria-hidden="true">
                <span style={{ width: `${(Math.max(0, line.points) / most) * 100}%` }} />
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      {rest > 0 ? <p>{t('screen.more', { count: rest })}</p> : null}
    </section>
  )
}
