import { useState } from 'react'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { paths } from '#client/app/paths.ts'
import { useChange } from '#client/app/queries.ts'
import { Button } from '#client/ui/Button.tsx'
import { toasts } from '#client/ui/Toast.tsx'
import type { WorkshopView } from '#shared/protocol/api.ts'
import { RetypeDialog } from './RetypeDialog.tsx'

/** The way to delete a workshop. */
export function DeleteWorkshop({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="quiet" icon={<Trash2 aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('workshop.overview.delete')}
      </Button>
      {open ? <DeleteDialog workshop={workshop} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function DeleteDialog({ workshop, onClose }: { workshop: WorkshopView; onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const remove = useChange('deleteWorkshop')
  const { title } = workshop
  const count = workshop.groups.find(({ kind }) => kind === 'plenum')?.memberCount ?? 0
  const people = t('workshop.people', { count })

  const confirm = (typed: string) => {
    const call = { path: { workshopId: workshop.id }, body: { title: typed } }
    // The page goes with the workshop, before the answer is through: nothing here may hang on it.
    void remove.mutateAsync(call).then(
      () => {
        toasts.show({ text: t('workshop.overview.deleteDone', { title }), outlastsPage: true })
        void navigate(paths.workshops)
      },
      () => undefined,
    )
  }

  return (
    <RetypeDialog
      title={t('workshop.overview.deleteTitle', { title })}
      label={t('workshop.overview.deleteRetype')}
      expected={title}
      differs={t('workshop.overview.deleteDiffers')}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('workshop.overview.deleteText', { people })}</p>
      <p>{t('workshop.overview.deleteBackup')}</p>
    </RetypeDialog>
  )
}
