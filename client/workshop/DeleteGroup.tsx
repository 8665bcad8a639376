import { useState } from 'react'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useChange } from '#client/app/queries.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { toasts } from '#client/ui/Toast.tsx'
import { named } from '#client/ui/named.ts'
import type { GroupView, WorkshopView } from '#shared/protocol/api.ts'
import { RetypeDialog } from './RetypeDialog.tsx'

interface DeleteGroupProps {
  workshop: WorkshopView
  group: GroupView
  className: string | undefined
}

/** The way to delete one group with its room; its people stay in the workshop. */
export function DeleteGroup({ workshop, group, className }: DeleteGroupProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const remove = useChange('deleteGroup')
  const { name } = group
  const close = () => setOpen(false)
  const confirm = (typed: string) =>
    // The row goes with the group, before the answer is through
    void remove
      .mutateAsync({ path: { workshopId: workshop.id, groupId: group.id }, body: { name: typed } })
      .then(
        () =>
          toasts.show({ text: t('workshop.overview.deleteDone', { title: named(name, workshop.language) }) }),
        () => undefined,
      )
  return (
    <>
      <IconButton
        className={className}
        label={t('workshop.overview.deleteGroup', { name })}
        icon={<Trash2 aria-hidden="true" />}
        onClick={() => setOpen(true)}
      />
      {open ? (
        <RetypeDialog
          title={t('workshop.overview.deleteTitle', { title: named(name, workshop.language) })}
          label={t('workshop.overview.deleteGroupRetype')}
          expected={name}
          differs={t('workshop.overview.deleteGroupDiffers')}
          busy={remove.isPending}
          error={remove.error}
          onConfirm={confirm}
          onClose={close}
        >
          <p>{t('workshop.overview.deleteGroupText', { count: group.memberCount })}</p>
          <p>{t('workshop.overview.deleteBackup')}</p>
        </RetypeDialog>
      ) : null}
    </>
  )
}
