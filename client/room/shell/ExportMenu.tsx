import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { addressOf } from '#client/app/api.ts'
import type { ImageFormat } from '#client/board/board-commands.ts'
import { Menu } from '#client/ui/Menu.tsx'
import { toasts } from '#client/ui/toasts.ts'
import type { GroupId, WorkshopId } from '#shared/base/ids.ts'
import { exportFormats } from '#shared/protocol/export-formats.ts'
import type { Person } from '#shared/protocol/facilitation-messages.ts'
import { may } from '#shared/workshop/permissions.ts'
import { useFacilitation, useOwnPage, useRoom, useView } from '#client/room-context/room-context.ts'
import { saveFile } from './save-file.ts'

const imageFormats: readonly ImageFormat[] = ['png', 'svg']

/** Results of this group as files, for those who may take them. */
export function ExportMenu() {
  const { t } = useTranslation()
  const { workshop, group, board } = useRoom()
  const me = useFacilitation((facilitation) => facilitation.me)
  const page = useOwnPage()
  const onBoard = useView(({ face }) => face === 'board')
  if (!me || !mayExport(workshop.id, group.id, me)) return null

  const download = (format: string) => {
    const query = { format, group: group.id }
    window.location.assign(addressOf('exportWorkshop', { path: { workshopId: workshop.id }, query }))
  }
  const picture = async (format: ImageFormat) => {
    if (!page || !board.current) return
    try {
      const { name, blob } = await board.current.exportPage(page.id, format)
      saveFile(blob, `${group.name} – ${name}.${format}`)
    } catch {
      // Whatever the canvas could not draw, nothing is lost; the person can try the other format.
      toasts.show({ text: t('room.export.failed'), tone: 'attention' })
    }
  }
  const files = exportFormats.map((format) => ({
    id: format,
    label: t(`room.export.${format}`),
    onSelect: () => download(format),
  }))
  const pictures = imageFormats.map((format) => ({
    id: format,
    label: t(`room.export.${format}`),
    disabled: !onBoard,
    onSelect: () => void picture(format),
  }))
  return (
    <Menu
      label={t('room.export.label')}
      icon={<Download aria-hidden="true" />}
      iconOnly
      items={[...files, ...pictures]}
    />
  )
}

function mayExport(workshopId: WorkshopId, groupId: GroupId, { memberId, role }: Person): boolean {
  const member = { memberId, workshopId, role, groupIds: [groupId] }
  return may({ account: null, member }, 'room.export', { type: 'room', workshopId, groupId, locked: false })
}
