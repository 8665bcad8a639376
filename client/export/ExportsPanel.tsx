import { useState } from 'react'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import type { GroupId } from '#shared/base/ids.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import { exportFormats, type ExportFormat } from '#shared/protocol/export-formats.ts'
import styles from './ExportsPanel.module.css'
import { FileCheckDialog } from './FileCheckDialog.tsx'

interface Part {
  /** undefined: the whole workshop. */
  id: GroupId | undefined
  name: string
}

/** Everything that can be taken home, per group and as a whole; what stays behind is shown before. */
export function ExportsPanel({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const [wanted, setWanted] = useState<{ part: Part; format: ExportFormat } | null>(null)
  const parts: Part[] = [
    { id: undefined, name: t('workshop.exports.whole') },
    ...workshop.groups.map(({ id, name }) => ({ id, name })),
  ]
  return (
    <section aria-labelledby="exports">
      <h2 id="exports">{t('workshop.exports.title')}</h2>
      <p className={styles.quiet}>{t('workshop.exports.text')}</p>
      <dl className={styles.legend}>
        {exportFormats.map((format) => (
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
              {exportFormats.map((format) => (
                <Button
                  key={format}
                  icon={<Download aria-hidden="true" />}
                  aria-haspopup="dialog"
                  aria-label={t('workshop.exports.downloadAs', {
                    name: part.name,
                    format: t(`workshop.exports.format.${format}`),
                  })}
                  onClick={() => setWanted({ part, format })}
                >
                  {t(`workshop.exports.format.${format}`)}
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {wanted ? (
        <FileCheckDialog
          workshop={workshop}
          groupId={wanted.part.id}
          name={wanted.part.name}
          format={wanted.format}
          onClose={() => setWanted(null)}
        />
      ) : null}
    </section>
  )
}
