import { useState } from 'react'
import { Pencil, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { mayInRoom, mayInWorkshop } from '#client/app/actor.ts'
import { paths } from '#client/app/paths.ts'
import { Button, buttonClass } from '#client/ui/Button.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { VisuallyHidden } from '#client/ui/VisuallyHidden.tsx'
import { limits } from '#shared/base/limits.ts'
import type { GroupView, WorkshopView } from '#shared/protocol/api.ts'
import { phases } from '#shared/workshop/phases.ts'
import { CompositionPanel } from './CompositionPanel.tsx'
import styles from './GroupsPanel.module.css'
import { ArchivedGroups, ArchiveGroup } from './ArchivedGroups.tsx'
import { DeleteGroup } from './DeleteGroup.tsx'
import { GroupImages } from './GroupImages.tsx'
import { NameDialog } from './NameDialog.tsx'

/** All groups at a glance: where each one is in the process, who is there, and the door to its room. */
export function GroupsPanel({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  const mayEdit = mayInWorkshop(workshop, 'workshop.edit')
  const inUse = workshop.groups.filter(({ archivedAt }) => archivedAt === null)
  const projectGroups = inUse.filter(({ kind }) => kind === 'project')
  return (
    <div className={styles.panel}>
      <table className={styles.table} aria-label={t('workshop.overview.groups')}>
        <thead>
          <tr>
            <th scope="col">{t('workshop.overview.group')}</th>
            {phases.map((phase, i) => (
              <th key={phase} scope="col" className={styles.phaseHead}>
                <span className={styles.number}>{i + 1}</span> {t(`workshop.phaseShort.${phase}`)}
              </th>
            ))}
            <th scope="col">{t('workshop.overview.people')}</th>
            <th scope="col">
              <VisuallyHidden>{t('workshop.overview.enter')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {inUse.map((group) => (
            <GroupRow key={group.id} workshop={workshop} group={group} mayEdit={mayEdit} />
          ))}
        </tbody>
      </table>
      <ArchivedGroups
        workshop={workshop}
        groups={workshop.groups.filter(({ archivedAt }) => archivedAt !== null)}
      />
      {mayEdit && workshop.groups.filter(({ kind }) => kind === 'project').length < limits.maxGroups ? (
        <div>
          <Button icon={<Plus aria-hidden="true" />} onClick={() => setAdding(true)}>
            {t('workshop.overview.addGroup')}
          </Button>
        </div>
      ) : null}
      {mayInWorkshop(workshop, 'member.list') ? (
        <CompositionPanel workshop={workshop} groups={projectGroups} />
      ) : null}
      <NameDialog
        open={adding}
        onClose={() => setAdding(false)}
        title={t('workshop.overview.addGroup')}
        label={t('workshop.overview.groupName')}
        initial={t('workshop.create.groupDefault', { number: projectGroups.length + 1 })}
        endpoint="addGroup"
        request={(name) => ({ path: { workshopId: workshop.id }, body: { name } })}
        done={(name) => t('workshop.overview.groupAdded', { name })}
      />
    </div>
  )
}

interface GroupRowProps {
  workshop: WorkshopView
  group: GroupView
  mayEdit: boolean
}

function GroupRow({ workshop, group, mayEdit }: GroupRowProps) {
  const { t } = useTranslation()
  const now = phases.indexOf(group.phase)
  return (
    <tr>
      <th scope="row" className={styles.group}>
        <GroupName workshop={workshop} group={group} mayEdit={mayEdit} />
        <span className={styles.phaseNow}>
          {t('workshop.overview.phaseNow', {
            number: now + 1,
            name: t(`workshop.phaseShort.${group.phase}`),
          })}
        </span>
      </th>
      {phases.map((phase) => (
        <td key={phase} className={styles.phase}>
          {phase === group.phase ? <span className={styles.here}>{t('workshop.overview.here')}</span> : null}
        </td>
      ))}
      <td className={styles.people}>
        <span>{t('workshop.people', { count: group.memberCount })}</span>
        <span className={group.onlineCount > 0 ? styles.online : styles.nobody}>
          {t('workshop.online', { count: group.onlineCount })}
        </span>
      </td>
      <td className={styles.enter}>
        {mayInRoom(workshop, 'room.read', group.id) ? (
          <Link
            className={buttonClass('secondary')}
            to={paths.room(workshop.id, group.id)}
            aria-label={t('workshop.overview.enterGroup', { name: group.name })}
          >
            {t('workshop.overview.enter')}
          </Link>
        ) : (
          <span className={styles.nobody}>{t('workshop.overview.notYours')}</span>
        )}
      </td>
    </tr>
  )
}

function GroupName({ workshop, group, mayEdit }: GroupRowProps) {
  const { t } = useTranslation()
  const [renaming, setRenaming] = useState(false)
  const others = workshop.groups.filter(
    ({ id, kind, archivedAt }) => kind === 'project' && id !== group.id && archivedAt === null,
  )
  const isOneOfSeveral = group.kind === 'project' && others.length > 0
  const mayDelete = isOneOfSeveral && mayInWorkshop(workshop, 'workshop.delete')
  const mayArchive = isOneOfSeveral && mayEdit && mayInWorkshop(workshop, 'workshop.archive')
  return (
    <span className={styles.name}>
      <span lang={workshop.language}>{group.name}</span>
      {mayEdit ? (
        <IconButton
          className={styles.rename}
          label={`${t('workshop.overview.renameGroup')}: ${group.name}`}
          icon={<Pencil aria-hidden="true" />}
          onClick={() => setRenaming(true)}
        />
      ) : null}
      <GroupImages workshop={workshop} group={group} />
      {mayArchive ? <ArchiveGroup workshop={workshop} group={group} /> : null}
      {mayDelete ? <DeleteGroup workshop={workshop} group={group} className={styles.rename} /> : null}
      <NameDialog
        open={renaming}
        onClose={() => setRenaming(false)}
        title={t('workshop.overview.renameGroup')}
        label={t('workshop.overview.groupName')}
        initial={group.name}
        endpoint="renameGroup"
        request={(name) => ({ path: { workshopId: workshop.id, groupId: group.id }, body: { name } })}
      />
    </span>
  )
}
