import { useState } from 'react'
import { Archive, ArchiveRestore } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import type { WorkshopView } from '#shared/protocol/api.ts'
import { useArchiving } from './use-archiving.ts'

/** The way of a workshop into the archive and back. */
export function ArchiveWorkshop({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const { id, title, archivedAt } = workshop
  const archiving = useArchiving('archiveWorkshop', { workshopId: id }, title)
  if (archivedAt !== null) {
    return (
      <Button
        variant="quiet"
        icon={<ArchiveRestore aria-hidden="true" />}
        busy={archiving.isPending}
        onClick={() => void archiving.put(false)}
      >
        {t('workshop.archive.takeOut')}
      </Button>
    )
  }
  return (
    <>
      <Button variant="quiet" icon={<Archive aria-hidden="true" />} onClick={() => setAsking(true)}>
        {t('workshop.archive.putIn')}
      </Button>
      <ConfirmDialog
        title={t('workshop.archive.title', { title })}
        open={asking}
        confirm={t('workshop.archive.confirm')}
        busy={archiving.isPending}
        onConfirm={() => void archiving.put(true).finally(() => setAsking(false))}
        onClose={() => setAsking(false)}
      >
        {t('workshop.archive.workshopText')}
      </ConfirmDialog>
    </>
  )
}
