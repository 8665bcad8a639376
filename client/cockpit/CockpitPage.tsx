// In front of it: a project manager on Friday at two, who has to tell the Dezernent at three how far the groups are. Wants
// to see what is there, what is missing and what is late, and to be at the thing itself with one click.
import { useState } from 'react'
import { Download, LayoutDashboard, Milestone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { PageHeading } from '#client/app/PageHeading.tsx'
import { paths } from '#client/app/paths.ts'
import { useCockpit, useWorkshop } from '#client/app/queries.ts'
import { buttonClass } from '#client/ui/Button.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import type { WorkshopId } from '#shared/base/ids.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { CockpitView } from '#shared/protocol/cockpit.ts'
import { AllGroups } from './AllGroups.tsx'
import styles from './cockpit.module.css'
import { EvidenceCoverage } from './EvidenceCoverage.tsx'
import { hasNoResults, seenGroups } from './groups.ts'
import { Decisions, OpenTasks, Pledges } from './Lists.tsx'
import { PhaseTable } from './PhaseTable.tsx'
import { ThingsDialog, type ThingsBehind } from './ThingsDialog.tsx'
import { localeOf } from '#shared/base/locale.ts'

export function CockpitPage() {
  const { t } = useTranslation()
  const workshopId = useParams().workshopId as WorkshopId
  const workshop = useWorkshop(workshopId)
  const cockpit = useCockpit(workshopId)
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <PageHeading title={t('cockpit.title')} />
        <Ways workshopId={workshopId} />
      </div>
      <p className={styles.quiet}>
        {workshop.data ? (
          <Link to={paths.workshop(workshopId)} lang={workshop.data.language}>
            {workshop.data.title}
          </Link>
        ) : null}
        {cockpit.data ? <AsOf view={cockpit.data} /> : null}
      </p>
      <AllGroups workshopId={workshopId}>
        {(workshop, view) => <Standing workshop={workshop} view={view} />}
      </AllGroups>
    </div>
  )
}

function Ways({ workshopId }: { workshopId: WorkshopId }) {
  const { t } = useTranslation()
  return (
    <div className={styles.ways}>
      <Link className={buttonClass('secondary')} to={paths.rooms(workshopId)}>
        <LayoutDashboard aria-hidden="true" />
        {t('cockpit.rooms')}
      </Link>
      <Link className={buttonClass('secondary')} to={paths.roadmap(workshopId)}>
        <Milestone aria-hidden="true" />
        {t('cockpit.roadmap.title')}
      </Link>
      <Link className={buttonClass('primary')} to={paths.results(workshopId)}>
        <Download aria-hidden="true" />
        {t('cockpit.results')}
      </Link>
    </div>
  )
}

function AsOf({ view: { asOf } }: { view: CockpitView }) {
  const { t, i18n } = useTranslation()
  const day = new Intl.DateTimeFormat(localeOf(i18n.language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  })
  const time = new Intl.DateTimeFormat(localeOf(i18n.language), { timeStyle: 'short' })
  return <span>{t('cockpit.asOf', { day: day.format(asOf), time: time.format(asOf) })}</span>
}

function Standing({ workshop, view }: { workshop: WorkshopView; view: CockpitView }) {
  const { t } = useTranslation()
  const [behind, setBehind] = useState<ThingsBehind | null>(null)
  const groups = seenGroups(workshop, view)
  return (
    <>
      {hasNoResults(groups) ? (
        <EmptyState title={t('cockpit.emptyTitle')}>{t('cockpit.emptyText')}</EmptyState>
      ) : null}
      <PhaseTable workshop={workshop} groups={groups} nowMs={view.at} onShow={setBehind} />
      <div className={styles.sections}>
        <OpenTasks workshop={workshop} groups={groups} nowMs={view.at} />
        <Pledges workshop={workshop} groups={groups} />
        <EvidenceCoverage lang={workshop.language} groups={groups} onShow={setBehind} />
        <Decisions workshop={workshop} groups={groups} />
      </div>
      {behind ? <ThingsDialog workshop={workshop} behind={behind} onClose={() => setBehind(null)} /> : null}
    </>
  )
}
