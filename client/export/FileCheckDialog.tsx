import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { mayInRoom, mayInWorkshop } from '#client/app/actor.ts'
import { addressOf } from '#client/app/api.ts'
import { buttonClass } from '#client/ui/Button.tsx'
import type { GroupId } from '#shared/base/ids.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { ExportFormat } from '#shared/protocol/export-formats.ts'
import { ReleaseCheckDialog } from './ReleaseCheckDialog.tsx'

interface FileCheckDialogProps {
  workshop: WorkshopView
  /** undefined: the whole workshop. */
  groupId: GroupId | undefined
  name: string
  format: ExportFormat
  /** What of the results, and how. */
  query?: Record<string, string>
  onClose: () => void
}

/** The check before a file of the workshop or one of its groups. */
export function FileCheckDialog({
  workshop,
  groupId,
  name,
  format,
  query = {},
  onClose,
}: FileCheckDialogProps) {
  const { t } = useTranslation()
  const mayTakeAll = groupId
    ? mayInRoom(workshop, 'room.exportWithheld', groupId)
    : mayInWorkshop(workshop, 'workshop.exportWithheld')
  const path = { workshopId: workshop.id }
  return (
    <ReleaseCheckDialog
      workshop={workshop}
      leaver={{ name, groupId: groupId ?? null, pageId: null, isComplete: format === 'json' && mayTakeAll }}
      onClose={onClose}
      take={
        <a
          className={buttonClass('primary')}
          download
          href={addressOf('exportWorkshop', { path, query: { ...query, format, group: groupId } })}
          // The download has begun by then
          onClick={() => setTimeout(onClose)}
        >
          <Download aria-hidden="true" />
          {t('workshop.exports.download')} ({t(`workshop.exports.format.${format}`)})
        </a>
      }
    />
  )
}
