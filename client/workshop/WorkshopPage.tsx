// In front of it: a moderator between two groups, glancing for half a minute at where everybody is; or a manager on
// Friday afternoon who needs a file. Words and numbers first, no click to the thing looked for.
import { Pencil } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate, useParams, useSearchParams } from 'react-router'
import { mayInWorkshop } from '#client/app/actor.ts'
import { useDay } from '#client/app/dates.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { PageHeading } from '#client/app/PageHeading.tsx'
import { paths } from '#client/app/paths.ts'
import { useWorkshop } from '#client/app/queries.ts'
import { useClientConfig } from '#client/app/use-client-config.ts'
import { ExportsPanel } from '#client/export/ExportsPanel.tsx'
import { Banner } from '#client/ui/Banner.tsx'
import { Button, buttonClass } from '#client/ui/Button.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { Spinner } from '#client/ui/Spinner.tsx'
import { Tabs, type Tab } from '#client/ui/Tabs.tsx'
import type { WorkshopId } from '#shared/base/ids.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { CopyOf } from '#shared/workshop/copy-of.ts'
import { ArchiveWorkshop } from './ArchiveWorkshop.tsx'
import { DuplicateWorkshop } from './DuplicateWorkshop.tsx'
import { DeleteWorkshop } from './DeleteWorkshop.tsx'
import { GalleryPanel } from './gallery/GalleryPanel.tsx'
import { GroupsPanel } from './GroupsPanel.tsx'
import { InvitesPanel } from './InvitesPanel.tsx'
import { MembersPanel } from './MembersPanel.tsx'
import { NameDialog } from './NameDialog.tsx'
import { OrganisationsPanel } from './OrganisationsPanel.tsx'
import { OwnPlace } from './OwnPlace.tsx'
import { TeamBoard } from './people/TeamBoard.tsx'
import { RemoveSample } from './RemoveSample.tsx'
import styles from './WorkshopPage.module.css'

export function WorkshopPage() {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const workshop = useWorkshop(useParams().workshopId as WorkshopId)
  if (workshop.data) {
    return (
      <>
        {workshop.isError ? <Banner tone="attention">{errorText(workshop.error)}</Banner> : null}
        <Overview workshop={workshop.data} />
      </>
    )
  }
  if (workshop.isPending) return <Spinner label={t('common.loading')} />
  return workshop.error instanceof Problem ? (
    <Gone />
  ) : (
    <Banner
      tone="danger"
      action={<Button onClick={() => void workshop.refetch()}>{t('common.retry')}</Button>}
    >
      {errorText(workshop.error)}
    </Banner>
  )
}

const areas = ['groups', 'invites', 'members', 'results', 'gallery'] as const
type Area = (typeof areas)[number]

function Overview({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const [search, setSearch] = useSearchParams()
  const tabs = useAreas(workshop)
  const wanted = search.get('bereich')
  const selected = tabs.find((tab) => tab.id === wanted)?.id ?? 'groups'
  return (
    <>
      <Title workshop={workshop} />
      <RaisedNotice workshop={workshop} />
      {workshop.archivedAt === null ? null : <Banner tone="info">{t('workshop.archive.isIn')}</Banner>}
      {tabs.length > 1 ? (
        <Tabs
          label={t('workshop.overview.areas')}
          tabs={tabs}
          selected={selected}
          onSelect={(area) => setSearch(area === 'groups' ? {} : { bereich: area }, { replace: true })}
        />
      ) : (
        tabs[0]?.content
      )}
    </>
  )
}

/** Why somebody who was made more is not that yet in this browser, and what to do. */
function RaisedNotice({ workshop: { raisedTo, me } }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  if (!raisedTo) return null
  const role = t(`workshop.role.${raisedTo}`)
  return (
    <Banner tone="attention">
      {me.hasAccount
        ? t('workshop.members.raisedSelfAccount', { role })
        : t('workshop.members.raisedSelf', { role })}
    </Banner>
  )
}

/** Only what this person may do something with. */
function useAreas(workshop: WorkshopView): Tab<Area>[] {
  const { t } = useTranslation()
  const hasGallery = useClientConfig().data?.gallery === true
  const content: Record<Area, ReactNode> = {
    groups: <GroupsPanel workshop={workshop} />,
    invites: mayInWorkshop(workshop, 'invite.manage') ? <InvitesPanel workshop={workshop} /> : null,
    members: mayInWorkshop(workshop, 'member.list') ? (
      <>
        <MembersPanel workshop={workshop} />
        <TeamBoard workshop={workshop} />
        <OrganisationsPanel workshop={workshop} />
      </>
    ) : null,
    results: mayInWorkshop(workshop, 'workshop.export') ? <ExportsPanel workshop={workshop} /> : null,
    gallery:
      hasGallery && mayInWorkshop(workshop, 'workshop.checkRelease') ? (
        <GalleryPanel workshop={workshop} />
      ) : null,
  }
  return areas.flatMap((id) =>
    content[id]
      ? [{ id, label: t(id === 'gallery' ? 'gallery.tab' : `workshop.overview.${id}`), content: content[id] }]
      : [],
  )
}

function Title({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const [renaming, setRenaming] = useState(false)
  return (
    <div className={styles.head}>
      <div className={styles.title}>
        <PageHeading title={workshop.title} lang={workshop.language} />
        {mayInWorkshop(workshop, 'workshop.edit') ? (
          <IconButton
            label={t('workshop.overview.renameWorkshop')}
            icon={<Pencil aria-hidden="true" />}
            onClick={() => setRenaming(true)}
          />
        ) : null}
      </div>
      <p className={styles.quiet}>
        {workshop.isSample ? `${t('workshop.overview.isSample')} ` : ''}
        {t('workshop.overview.youAre', { role: t(`workshop.role.${workshop.me.role}`) })}
      </p>
      {workshop.copyOf ? <CopyNote copyOf={workshop.copyOf} /> : null}
      {mayInWorkshop(workshop, 'plan.read') ? (
        <div className={styles.doors}>
          <Link className={buttonClass('secondary')} to={paths.cockpit(workshop.id)}>
            {t('workshop.state.open')}
          </Link>
          <Link className={buttonClass('secondary')} to={paths.rooms(workshop.id)}>
            {t('rooms.open')}
          </Link>
        </div>
      ) : (
        <p>
          <Link className={buttonClass('primary')} to={paths.own(workshop.id)}>
            {t('own.toPage')}
          </Link>
        </p>
      )}
      <OwnPlace workshop={workshop} />
      <div className={styles.deeds}>
        {mayInWorkshop(workshop, 'workshop.exportWithheld') && workshop.me.hasAccount ? (
          <DuplicateWorkshop workshop={workshop} />
        ) : null}
        {mayInWorkshop(workshop, 'workshop.archive') ? <ArchiveWorkshop workshop={workshop} /> : null}
        {mayInWorkshop(workshop, 'workshop.delete') ? <Removal workshop={workshop} /> : null}
      </div>
      <NameDialog
        open={renaming}
        onClose={() => setRenaming(false)}
        title={t('workshop.overview.renameWorkshop')}
        label={t('workshop.overview.workshopTitle')}
        initial={workshop.title}
        endpoint="editWorkshop"
        request={(title) => ({ path: { workshopId: workshop.id }, body: { title } })}
      />
    </div>
  )
}

/** Nobody takes a copy for the workshop it was made of, nor one that lacks something for a whole one. */
function CopyNote({ copyOf: { title, exportedAt, scope, isReduced } }: { copyOf: CopyOf }) {
  const { t } = useTranslation()
  const day = useDay()(exportedAt)
  const isWhole = scope === 'workshop'
  return (
    <p className={styles.quiet}>
      {t(isWhole ? 'workshop.overview.copyOf' : 'workshop.overview.copyOfGroup', { title, day })}{' '}
      {isReduced ? t('workshop.overview.copyIsReduced') : ''}
    </p>
  )
}

function Removal({ workshop }: { workshop: WorkshopView }) {
  const navigate = useNavigate()
  return workshop.isSample ? (
    <RemoveSample workshop={workshop} onRemoved={() => void navigate(paths.workshops)} />
  ) : (
    <DeleteWorkshop workshop={workshop} />
  )
}

function Gone() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <>
      <PageHeading title={t('workshop.overview.gone')} />
      <EmptyState
        title={t('workshop.overview.goneText')}
        action={
          <div className={styles.ways}>
            <Link className={buttonClass('primary')} to={paths.logIn} state={{ from: pathname }}>
              {t('start.logIn')}
            </Link>
            <Link className={buttonClass('secondary')} to={paths.start}>
              {t('start.toStart')}
            </Link>
          </div>
        }
      />
    </>
  )
}
