import { useTranslation } from 'react-i18next'
import type { PlacedLine } from '#shared/facilitation/vote/outcome.ts'
import { useOutcomeWords } from '#client/ballots/outcome-words.ts'
import { useCandidateName } from './CandidateName.tsx'
import type { ShownResult } from './ResultChart.tsx'
import styles from './result.module.css'

/** All figures of a result, to be read line by line. */
export function ResultTable({ kind, counted, placed }: ShownResult) {
  const { t } = useTranslation()
  const words = useOutcomeWords()
  const columns = words.columns(kind, counted.lines.length)
  return (
    <div className={styles.tableWrap} tabIndex={0} role="group" aria-label={t('votes.result.shown.table')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('votes.result.placeColumn')}</th>
            <th scope="col">{t('votes.result.card')}</th>
            <th scope="col">{t('votes.result.outcome')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {placed.map((each) => (
            <Row
              key={each.line.candidate}
              {...each}
              outcome={words.points(kind, each.line, counted.ballots)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ line, place, isTied, outcome }: PlacedLine & { outcome: string }) {
  const { t } = useTranslation()
  const name = useCandidateName(line.candidate)
  return (
    <tr>
      <td>
        {place ?? '–'}
        {isTied ? <span className={styles.tie}> {t('votes.result.tie')}</span> : null}
      </td>
      <th scope="row">
        {name}
        {line.reasons.length > 0 ? (
          <ul className={styles.reasons} aria-label={t('votes.result.reasons')}>
            {line.reasons.map((reason, n) => (
              <li key={n}>{reason}</li>
            ))}
          </ul>
        ) : null}
      </th>
      <td>{outcome}</td>
      {line.spread.map((people, n) => (
        <td key={n}>{people}</td>
      ))}
    </tr>
  )
}
