// In front of it: a project manager who has to show the Dezernent when what comes, of all groups on one page; or who looks for
// what is late. Picture for the wall, list to work through, table for the file.
import { Download, Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { PageHeading } from '#client/app/PageHeading.tsx'
import { paths } from '#client/app/paths.ts'
import { FileCheckDialog } from '#client/export/FileCheckDialog.tsx'
import { currentLanguage } from '#client/i18n/i18n.ts'
import { svgReact } from '#client/kinds/svg-react.ts'
import { Button } from '#client/ui/Button.tsx'
import { downloadFile } from '#client/ui/download.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Tabs } from '#client/ui/Tabs.tsx'
import { csvText } from '#shared/base/csv-text.ts'
import type { WorkshopId } from '#shared/base/ids.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import { fileName } from '#shared/report/file-name.ts'
import { localTime } from '#shared/report/local-time.ts'
import { AllGroups } from './AllGroups.tsx'
import styles from './cockpit.module.css'
import { More } from './Entries.tsx'
import { countOf, seenGroups, type SeenGroup } from './groups.ts'
import { RoadmapList, RoadmapTable } from './RoadmapEntries.tsx'
import { useRoadmap, type Roadmap } from './roadmap.ts'

export function RoadmapPage() {
  const { t } = useTranslation()
  const workshopId = useParams().workshopId as WorkshopId
  return (
    <div className={styles.page}>
      <PageHeading title={t('cockpit.roadmap.title')} />
      <p className={styles.quiet}>
        <Link to={paths.cockpit(workshopId)}>{t('cockpit.title')}</Link>
      </p>
      <AllGroups workshopId={workshopId}>
        {(workshop, view) => <Planned workshop={workshop} groups={seenGroups(workshop, view)} />}
      </AllGroups>
    </div>
  )
}

function Planned({ workshop, groups }: { workshop: WorkshopView; groups: readonly SeenGroup[] }) {
  const { t } = useTranslation()
  const roadmap = useRoadmap(groups)
  if (roadmap.rows.length > 0)
    return (
      <>
        <Views workshop={workshop} roadmap={roadmap} />
        <More count={countOf(groups, 'roadmap') - roadmap.rows.length} />
      </>
    )
  return <EmptyState title={t('cockpit.roadmap.emptyTitle')}>{t('cockpit.roadmap.emptyText')}</EmptyState>
}

function Views({ workshop, roadmap }: { workshop: WorkshopView; roadmap: Roadmap }) {
  const { t } = useTranslation()
  const [view, setView] = useState<'picture' | 'list' | 'table'>('picture')
  const { picture } = roadmap
  return (
    <>
      <Ways workshop={workshop} roadmap={roadmap} />
      <Tabs
        label={t('cockpit.roadmap.views')}
        selected={view}
        onSelect={setView}
        tabs={[
          {
            id: 'picture',
            label: t('cockpit.roadmap.picture'),
            content: (
              <div
                className={styles.scroll}
                tabIndex={0}
                role="group"
                aria-label={t('cockpit.roadmap.title')}
              >
                <svg
                  className={styles.picture}
                  viewBox={picture.viewBox}
                  width={picture.w}
                  height={picture.h}
                  role="img"
                  aria-label={t('cockpit.roadmap.alt', { count: roadmap.rows.length })}
                >
                  {svgReact(picture.elements)}
                </svg>
              </div>
            ),
          },
          {
            id: 'list',
            label: t('cockpit.roadmap.list'),
            content: <RoadmapList workshop={workshop} roadmap={roadmap} />,
          },
          {
            id: 'table',
            label: t('cockpit.roadmap.table'),
            content: <RoadmapTable workshop={workshop} roadmap={roadmap} />,
          },
        ]}
      />
    </>
  )
}

/** What is written by the server from what may leave; the picture and the plain table are those in front. */
const documents = ['pdf', 'docx', 'odt', 'xlsx'] as const

function Ways({ workshop, roadmap }: { workshop: WorkshopView; roadmap: Roadmap }) {
  const { t } = useTranslation()
  const { title } = workshop
  const { picture, columns, rows } = roadmap
  const [wanted, setWanted] = useState<(typeof documents)[number] | null>(null)
  const named = (extension: string) =>
    fileName(
      [title, t('cockpit.roadmap.title'), localTime(currentLanguage()).fileDate(Date.now())],
      extension,
    )
  const savePicture = () => downloadFile(named('svg'), new Blob([picture.svg], { type: 'image/svg+xml' }))
  const saveTable = () => {
    const lines = [columns, ...rows.map(({ cells }) => cells)]
    downloadFile(
      named('csv'),
      new Blob([csvText(lines, currentLanguage())], { type: 'text/csv;charset=utf-8' }),
    )
  }
  return (
    <div className={styles.ways}>
      <Button icon={<Printer aria-hidden="true" />} onClick={() => print()}>
        {t('cockpit.roadmap.print')}
      </Button>
      <Button icon={<Download aria-hidden="true" />} onClick={savePicture}>
        {t('cockpit.roadmap.savePicture')}
      </Button>
      <Button icon={<Download aria-hidden="true" />} onClick={saveTable}>
        {t('cockpit.roadmap.saveTable')}
      </Button>
      {documents.map((format) => (
        <Button
          key={format}
          icon={<Download aria-hidden="true" />}
          aria-haspopup="dialog"
          onClick={() => setWanted(format)}
        >
          {t(`workshop.exports.format.${format}`)}
        </Button>
      ))}
      {wanted ? (
        <FileCheckDialog
          workshop={workshop}
          groupId={undefined}
          name={t('cockpit.roadmap.title')}
          format={wanted}
          query={{ content: 'roadmap' }}
          onClose={() => setWanted(null)}
        />
      ) : null}
    </div>
  )
}
