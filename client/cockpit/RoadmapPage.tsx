// In front of it: a project manager who has to show the Dezernent when what comes, of all groups on one page; or who looks for
// what is late. Picture for the wall, list to work through, table for the file.
import { Download, Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useErrorText } from '#client/app/error-text.ts'
import { PageHeading } from '#client/app/PageHeading.tsx'
import { paths } from '#client/app/paths.ts'
import { useCockpit, useWorkshop } from '#client/app/queries.ts'
import { svgReact } from '#client/kinds/svg-react.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button } from '#client/ui/Button.tsx'
import { downloadFile } from '#client/ui/download.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import { Tabs } from '#client/ui/Tabs.tsx'
import { csvText } from '#shared/base/csv-text.ts'
import type { WorkshopId } from '#shared/base/ids.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import styles from './cockpit.module.css'
import { seenGroups } from './groups.ts'
import { RoadmapList, RoadmapTable } from './RoadmapEntries.tsx'
import { useRoadmap, type Roadmap } from './roadmap.ts'

export function RoadmapPage() {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const workshopId = useParams().workshopId as WorkshopId
  const workshop = useWorkshop(workshopId)
  const cockpit = useCockpit(workshopId)
  const groups = workshop.data && cockpit.data ? seenGroups(workshop.data, cockpit.data) : []
  const roadmap = useRoadmap(groups)
  const error = workshop.error ?? cockpit.error
  return (
    <div className={styles.page}>
      <PageHeading title={t('cockpit.roadmap.title')} />
      <p className={styles.quiet}>
        <Link to={paths.cockpit(workshopId)}>{t('cockpit.title')}</Link>
      </p>
      {error ? (
        <Banner
          tone="danger"
          action={
            <Button onClick={() => void Promise.all([workshop.refetch(), cockpit.refetch()])}>
              {t('common.retry')}
            </Button>
          }
        >
          {errorText(error)}
        </Banner>
      ) : null}
      {workshop.data && cockpit.data ? (
        roadmap.rows.length > 0 ? (
          <Views workshop={workshop.data} roadmap={roadmap} />
        ) : (
          <EmptyState title={t('cockpit.roadmap.emptyTitle')}>{t('cockpit.roadmap.emptyText')}</EmptyState>
        )
      ) : error ? null : (
        <Spinner label={t('cockpit.loading')} />
      )}
    </div>
  )
}

function Views({ workshop, roadmap }: { workshop: WorkshopView; roadmap: Roadmap }) {
  const { t } = useTranslation()
  const [view, setView] = useState<'picture' | 'list' | 'table'>('picture')
  const { picture } = roadmap
  return (
    <>
      <Ways roadmap={roadmap} />
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

function Ways({ roadmap: { picture, columns, rows } }: { roadmap: Roadmap }) {
  const { t, i18n } = useTranslation()
  const name = t('cockpit.roadmap.title')
  const savePicture = () => downloadFile(`${name}.svg`, new Blob([picture.svg], { type: 'image/svg+xml' }))
  const saveTable = () => {
    const lines = [columns, ...rows.map(({ cells }) => cells)]
    const language = i18n.language === 'en' ? 'en' : 'de'
    downloadFile(`${name}.csv`, new Blob([csvText(lines, language)], { type: 'text/csv;charset=utf-8' }))
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
    </div>
  )
}
