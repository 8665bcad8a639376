import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { addressOf } from '#client/app/api.ts'
import { buttonClass } from '#client/ui/Button.tsx'
import type { GroupId } from '#shared/base/ids.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { ExportFormat } from '#shared/protocol/export-formats.ts'
import styles from './ExportsPanel.module.css'

/** Most wanted first. */
const formats: readonly ExportFormat[] = ['markdown', 'xlsx', 'csv', 'json']

/** Everything that can be taken home, per group and as a whole. */
export function ExportsPanel({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const parts: { id: GroupId | undefined; name: string }[] = [
    { id: undefined, name: t('workshop.exports.whole') },
    ...workshop.groups.map(({ id, name }) => ({ id, name })),
  ]
  return (
    <section aria-labelledby="exports">
      <h2 id="exports">{t('workshop.exports.title')}</h2>
      <p className={styles.quiet}>{t('workshop.exports.text')}</p>
      <dl className={styles.legend}>
        {formats.map((format) => (
          <div key={format}>
            <dt>{t(`workshop.exports.format.${format}`)}</dt>
            <dd>{t(`workshop.exports.formatText.${format}`)}</dd>
          </div>
        ))}
      </dl>
      <ul className={styles.parts}>
        {parts.map((part) => (
          <li key={part.id ?? 'whole'} className={styles.part}>
            <span className={styles.name}>{part.name}</span>
            <span className={styles.formats}>
              {formats.map((format) => (
                <a
                  key={format}
                  className={buttonClass('secondary')}
                  download
                  href={addressOf('exportWorkshop', {
                    path: { workshopId: workshop.id },
                    query: { format, group: part.id },
                  })}
                  aria-label={t('workshop.exports.downloadAs', {
                    name: part.name,
                    format: t(`workshop.exports.format.${format}`),
                  })}
                >
                  <Download aria-hidden="true" />
                  {t(`workshop.exports.format.${format}`)}
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
