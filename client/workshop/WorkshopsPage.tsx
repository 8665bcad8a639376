// In front of it: a moderator at the desk, days before a meeting, or a manager looking for last week's results.
// Some minutes, orderly mood; the newest workshop is nearly always the one.
import { useState } from 'react'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, Navigate, useLocation } from 'react-router'
import { actorOf } from '#client/app/actor.ts'
import { useDay } from '#client/app/dates.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { PageHeading } from '#client/app/PageHeading.tsx'
import { paths } from '#client/app/paths.ts'
import { useSession, useWorkshops } from '#client/app/queries.ts'
import { wayInto } from '#client/app/way-into.ts'
import { Banner } from '#client/ui/Banner.tsx'
import { Button, buttonClass } from '#client/ui/Button.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import type { WorkshopSummary } from '#shared/protocol/api.ts'
import { may } from '#shared/workshop/permissions.ts'
import { CreateWorkshopDialog } from './CreateWorkshopDialog.tsx'
import { ImportButton } from './ImportButton.tsx'
import { RemoveSample } from './RemoveSample.tsx'
import { SampleButton } from './SampleButton.tsx'
import { WorkshopState } from './WorkshopState.tsx'
import styles from './WorkshopsPage.module.css'

export function WorkshopsPage() {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const session = useSession()
  const workshops = useWorkshops()
  const [creating, setCreating] = useState(useCreateAtOnce())
  const mayCreate = may(actorOf(session.data), 'workshop.create', { type: 'installation' })

  if (session.data && !session.data.account && session.data.workshops.length === 0) {
    return <Navigate to={paths.logIn} replace state={{ from: paths.workshops }} />
  }
  return (
    <>
      <div className={styles.head}>
        <PageHeading title={t('workshop.list.title')} />
        {mayCreate ? (
          <div className={styles.actions}>
            <Button variant="primary" icon={<Plus aria-hidden="true" />} onClick={() => setCreating(true)}>
              {t('workshop.list.create')}
            </Button>
            <ImportButton />
          </div>
        ) : null}
      </div>
      {workshops.isError ? <Banner tone="danger">{errorText(workshops.error)}</Banner> : null}
      {workshops.isPending ? <Spinner label={t('common.loading')} /> : null}
      {workshops.data ? <WorkshopList workshops={workshops.data} mayCreate={mayCreate} /> : null}
      <CreateWorkshopDialog open={creating} onClose={() => setCreating(false)} />
    </>
  )
}

function WorkshopList({ workshops, mayCreate }: { workshops: WorkshopSummary[]; mayCreate: boolean }) {
  const { t } = useTranslation()
  if (workshops.length === 0) {
    return (
      <EmptyState title={t('workshop.list.emptyTitle')} action={mayCreate ? <SampleButton /> : null}>
        {mayCreate ? t('workshop.list.emptyText') : t('workshop.list.emptyTextGuest')}
      </EmptyState>
    )
  }
  const archived = workshops.filter(({ archivedAt }) => archivedAt !== null)
  return (
    <>
      <Entries workshops={workshops.filter(({ archivedAt }) => archivedAt === null)} />
      {archived.length > 0 ? (
        <details className={styles.archive}>
          <summary>{t('workshop.archive.list', { count: archived.length })}</summary>
          <Entries workshops={archived} />
        </details>
      ) : null}
    </>
  )
}

function Entries({ workshops }: { workshops: WorkshopSummary[] }) {
  return (
    <ul className={styles.list}>
      {workshops.map((workshop) => (
        <WorkshopEntry key={workshop.id} workshop={workshop} />
      ))}
    </ul>
  )
}

function WorkshopEntry({ workshop }: { workshop: WorkshopSummary }) {
  const { t } = useTranslation()
  const day = useDay()
  const way = wayInto(workshop)
  const startsElsewhere = way !== paths.workshop(workshop.id)
  const isManaged = workshop.role === 'manager'
  return (
    <li className={styles.entry}>
      <div className={styles.about}>
        <h2 className={styles.title}>
          <Link to={way} lang={workshop.language}>
            {workshop.title}
          </Link>
        </h2>
        <p className={styles.facts}>
          {workshop.isSample ? <span>{t('workshop.list.sample')}</span> : null}
          <span>{t(`workshop.role.${workshop.role}`)}</span>
          <span>{t('workshop.groups', { count: workshop.groupCount })}</span>
          <span>{t('workshop.people', { count: workshop.memberCount })}</span>
          <span>{t('workshop.list.createdAt', { date: day(workshop.createdAt) })}</span>
        </p>
        {isManaged && workshop.archivedAt === null ? <WorkshopState workshop={workshop} /> : null}
      </div>
      <div className={styles.actions}>
        {startsElsewhere ? (
          <Link className={buttonClass('secondary')} to={way}>
            {t(isManaged ? 'workshop.state.open' : 'workshop.list.enter')}
          </Link>
        ) : null}
        <Link
          className={buttonClass(startsElsewhere ? 'quiet' : 'secondary')}
          to={paths.workshop(workshop.id)}
        >
          {t('workshop.list.open')}
        </Link>
        {workshop.isSample && workshop.role === 'moderator' ? <RemoveSample workshop={workshop} /> : null}
      </div>
    </li>
  )
}

/** After set-up the first workshop is the next step, so its form is open already. */
function useCreateAtOnce(): boolean {
  const state: unknown = useLocation().state
  return Boolean(state && typeof state === 'object' && 'create' in state && state.create)
}
