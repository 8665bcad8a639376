import { useState } from 'react'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { mayInWorkshop } from '#client/app/actor.ts'
import { Button } from '#client/ui/Button.tsx'
import type { GroupId } from '#shared/base/ids.ts'
import { dossierChapters } from '#shared/kinds/chapters.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import {
  DEFAULT_RETENTION_YEARS,
  formatsOf,
  type ExportContent,
  type ExportFormat,
} from '#shared/protocol/export-formats.ts'
import { ChapterChoice, type ChosenChapter } from './ChapterChoice.tsx'
import { ContentChoice } from './ContentChoice.tsx'
import styles from './ExportsPanel.module.css'
import { FileCheckDialog } from './FileCheckDialog.tsx'
import { MeetingToTake } from './MeetingToTake.tsx'
import { HouseTemplates } from './HouseTemplates.tsx'
import { isRetention, RetentionField } from './RetentionField.tsx'
import { SummaryEditor } from './SummaryEditor.tsx'

interface Part {
  /** undefined: the whole workshop. */
  id: GroupId | undefined
  name: string
}

const allChapters = dossierChapters.map((name): ChosenChapter => ({ name, isIn: true }))

/** Everything that can be taken home, per group and as a whole; what stays behind is shown before. */
export function ExportsPanel({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const [content, setContent] = useState<ExportContent>('dossier')
  const [chapters, setChapters] = useState(allChapters)
  const [withIds, setWithIds] = useState(false)
  const [meeting, setMeeting] = useState('')
  const [years, setYears] = useState(String(DEFAULT_RETENTION_YEARS))
  const [forArchives, setForArchives] = useState(false)
  const [wanted, setWanted] = useState<{ part: Part; format: ExportFormat } | null>(null)
  const parts: Part[] = [
    { id: undefined, name: t('workshop.exports.whole') },
    ...workshop.groups.map(({ id, name }) => ({ id, name })),
  ]
  const chosen = chapters.filter(({ isIn }) => isIn).map(({ name }) => name)
  const lacksChapter = content === 'dossier' && chosen.length === 0
  const isReady = !lacksChapter && (content !== 'archive' || isRetention(years))
  const isSorted = content === 'tables' || content === 'lists'
  const query = {
    content,
    ...(content === 'dossier' ? { chapters: chosen.join(',') } : {}),
    ...(isSorted && withIds ? { ids: 'yes' } : {}),
    ...(content === 'minutes' && meeting ? { meeting } : {}),
    ...(content === 'archive' ? { retention: years } : {}),
    ...(forArchives ? { pdf: 'a-2a' } : {}),
  }
  return (
    <section aria-labelledby="exports">
      <h2 id="exports">{t('workshop.exports.title')}</h2>
      <p className={styles.quiet}>{t('workshop.exports.text')}</p>
      <ContentChoice chosen={content} onChoose={setContent} />
      {content === 'dossier' ? <ChapterChoice chapters={chapters} onChange={setChapters} /> : null}
      {mayInWorkshop(workshop, 'plan.read') ? (
        <div hidden={content !== 'dossier'}>
          <SummaryEditor workshop={workshop} />
        </div>
      ) : null}
      {isSorted ? (
        <label className={styles.content}>
          <input type="checkbox" checked={withIds} onChange={() => setWithIds(!withIds)} />
          <span>{t('workshop.exports.withIds')}</span>
        </label>
      ) : null}
      {content === 'minutes' ? (
        <MeetingToTake workshop={workshop} chosen={meeting} onChoose={setMeeting} />
      ) : null}
      {content === 'archive' ? <RetentionField years={years} onChange={setYears} /> : null}
      {formatsOf(content).some((format) => format === 'pdf' || format === 'zip') ? (
        <label className={styles.content}>
          <input type="checkbox" checked={forArchives} onChange={() => setForArchives(!forArchives)} />
          <span>{t('workshop.exports.forArchives')}</span>
        </label>
      ) : null}
      {lacksChapter ? (
        <p className={styles.quiet} role="status">
          {t('workshop.exports.noChapter')}
        </p>
      ) : null}
      <dl className={styles.legend}>
        {formatsOf(content).map((format) => (
          <div key={format}>
            <dt>{t(`workshop.exports.format.${format}`)}</dt>
            <dd>{t(`workshop.exports.formatText.${format}`)}</dd>
          </div>
        ))}
      </dl>
      <ul className={styles.parts}>
        {parts.map((part) => (
          <li key={part.id ?? 'whole'} className={styles.part}>
            <span className={styles.name} lang={part.id ? workshop.language : undefined}>
              {part.name}
            </span>
            <span className={styles.formats}>
              {formatsOf(content).map((format) => (
                <Button
                  key={format}
                  icon={<Download aria-hidden="true" />}
                  aria-haspopup="dialog"
                  aria-disabled={!isReady}
                  aria-label={t('workshop.exports.downloadAs', {
                    name: part.name,
                    format: t(`workshop.exports.format.${format}`),
                  })}
                  onClick={() => isReady && setWanted({ part, format })}
                >
                  {t(`workshop.exports.format.${format}`)}
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <HouseTemplates workshop={workshop} />
      {wanted ? (
        <FileCheckDialog
          workshop={workshop}
          groupId={wanted.part.id}
          name={wanted.part.name}
          format={wanted.format}
          query={query}
          onClose={() => setWanted(null)}
        />
      ) : null}
    </section>
  )
}
