import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { PreviewPart } from '#shared/protocol/export-preview.ts'
import styles from './FilePreview.module.css'

/** One piece of a file that somebody looks at before taking it. @param name what a picture shows */
export function PreviewedPart({ part, name }: { part: PreviewPart; name: string }) {
  const { t } = useTranslation()
  const id = useId()
  switch (part.type) {
    case 'page':
      return <img className={styles.page} src={part.href} alt={name} width={part.w} height={part.h} />
    case 'html':
      // Nothing in it runs, opens or sends anything
      return (
        <iframe
          className={styles.frame}
          sandbox=""
          srcDoc={part.text}
          title={t('workshop.exports.preview.title')}
        />
      )
    case 'text':
      return <pre className={styles.text}>{part.text}</pre>
    case 'holds':
      return (
        <section aria-labelledby={id}>
          <h4 id={id}>{part.title}</h4>
          <ul className={styles.things}>
            {part.things.map((thing) => (
              <li key={thing}>{thing}</li>
            ))}
          </ul>
        </section>
      )
    case 'sheet':
      return <Sheet part={part} />
  }
}

function Sheet({ part: { name, columns, rows, more } }: { part: Extract<PreviewPart, { type: 'sheet' }> }) {
  const { t } = useTranslation()
  return (
    <div>
      <div className={styles.sheet} role="region" aria-label={name} tabIndex={0}>
        <table>
          <caption>{name}</caption>
          <thead>
            <tr>
              {columns.map((column, n) => (
                <th key={n} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row}>
                {cells.map((cell, n) => (
                  <td key={n}>
                    <span className={styles.cell}>{cell}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 ? (
        <p className={styles.quiet}>{t('workshop.exports.preview.more', { count: more })}</p>
      ) : null}
    </div>
  )
}
