import { useState } from 'react'
import { Archive, ArchiveRestore } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { mayInRoom, mayInWorkshop } from '#client/app/actor.ts'
import { paths } from '#client/app/paths.ts'
import { Button, buttonClass } from '#client/ui/Button.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { named } from '#client/ui/named.ts'
import type { GroupView, WorkshopView } from '#shared/protocol/api.ts'
import { DeleteGroup } from './DeleteGroup.tsx'
import { GroupImages } from './GroupImages.tsx'
import styles from './GroupsPanel.module.css'
import { useArchiving } from './use-archiving.ts'

/** Groups that lie in the archive: out of the way, to be read, taken out again or deleted. */
export function ArchivedGroups({
  workshop,
  groups,
}: {
  workshop: WorkshopView
  groups: readonly GroupView[]
}) {
  const { t } = useTranslation()
  if (groups.length === 0) return null
  return (
    <details className={styles.archive}>
      <summary>{t('workshop.archive.groups', { count: groups.length })}</summary>
      <ul>
        {groups.map((group) => (
          <ArchivedGroup key={group.id} workshop={workshop} group={group} />
        ))}
      </ul>
    </details>
  )
}

function ArchivedGroup({ workshop, group }: { workshop: WorkshopView; group: GroupView }) {
  const { t } = useTranslation()
  const archiving = useArchiving('archiveGroup', { workshopId: workshop.id, groupId: group.id }, group.name)
  return (
    <li>
      <span lang={workshop.language}>{group.name}</span>
      {mayInRoom(workshop, 'room.read', group.id) ? (
        <Link
          className={buttonClass('quiet')}
          to={paths.room(workshop.id, group.id)}
          aria-label={t('workshop.archive.readGroup', { name: group.name })}
        >
          {t('workshop.archive.read')}
        </Link>
      ) : null}
      {mayInWorkshop(workshop, 'workshop.archive') ? (
        <Button
          variant="quiet"
          icon={<ArchiveRestore aria-hidden="true" />}
          aria-label={t('workshop.archive.takeOutGroup', { name: group.name })}
          busy={archiving.isPending}
          onClick={() => void archiving.put(false)}
        >
          {t('workshop.archive.takeOut')}
        </Button>
      ) : null}
      <GroupImages workshop={workshop} group={group} />
      {mayInWorkshop(workshop, 'workshop.delete') ? (
        <DeleteGroup workshop={workshop} group={group} className={styles.rename} />
      ) : null}
    </li>
  )
}

/** The way of one group into the archive. */
export function ArchiveGroup({ workshop, group }: { workshop: WorkshopView; group: GroupView }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const { name } = group
  const archiving = useArchiving('archiveGroup', { workshopId: workshop.id, groupId: group.id }, name)
  return (
    <>
      <IconButton
        className={styles.rename}
        label={t('workshop.archive.putInGroup', { name })}
        icon={<Archive aria-hidden="true" />}
        onClick={() => setAsking(true)}
      />
      <ConfirmDialog
        title={t('workshop.archive.title', { title: named(name, workshop.language) })}
        open={asking}
        confirm={t('workshop.archive.confirm')}
        busy={archiving.isPending}
        onConfirm={() => void archiving.put(true).finally(() => setAsking(false))}
        onClose={() => setAsking(false)}
      >
        {t('workshop.archive.groupText')}
      </ConfirmDialog>
    </>
  )
}
