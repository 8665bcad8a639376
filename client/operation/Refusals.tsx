import { useTranslation } from 'react-i18next'
import { isErrorCode } from '#shared/errors/problem.ts'
import type { OperationView } from '#shared/protocol/operation.ts'
import styles from './OperationPage.module.css'
import { useQuantities } from './use-quantities.ts'

/** What the server refused since its start, the most frequent first, with the sentence that people get to read. */
export function Refusals({ refusals }: { refusals: OperationView['refusals'] }) {
  const { t } = useTranslation()
  const { count } = useQuantities()
  const rows = Object.entries(refusals).sort(([, a], [, b]) => b - a)
  return (
    <section className={styles.group} aria-labelledby="refusals">
      <h2 id="refusals">{t('operation.refusals.title')}</h2>
      {rows.length === 0 ? (
        <p className={styles.note}>{t('operation.refusals.none')}</p>
      ) : (
        <table className={styles.refusals} aria-labelledby="refusals">
          <thead>
            <tr>
              <th scope="col">{t('operation.refusals.count')}</th>
              <th scope="col">{t('operation.refusals.sentence')}</th>
              <th scope="col">{t('operation.refusals.code')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([code, times]) => (
              <tr key={code}>
                <td className={styles.times}>{count(times)}</td>
                <td>{isErrorCode(code) ? t(`errors.${code}`) : null}</td>
                <td>
                  <code>{code}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
