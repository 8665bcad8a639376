import { Suspense, useState } from 'react'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ImageFormat } from '#client/board/board-commands.ts'
import { Button } from '#client/ui/Button.tsx'
import { downloadFile } from '#client/ui/download.ts'
import { Menu } from '#client/ui/Menu.tsx'
import { toasts } from '#client/ui/toasts.ts'
import type { GroupId, WorkshopId } from '#shared/base/ids.ts'
import { fileFormats, type ExportFormat } from '#shared/protocol/export-formats.ts'
import type { Person } from '#shared/protocol/facilitation-messages.ts'
import { may } from '#shared/workshop/permissions.ts'
import { useFacilitation, useOwnPage, useRoom, useView } from '#client/room-context/room-context.ts'
import type { RoomPage } from '#client/room-context/room-pages.ts'
import { FileCheckDialog, ReleaseCheckDialog } from './room-parts.ts'

const imageFormats: readonly ImageFormat[] = ['png', 'svg']

type Wanted =
  { type: 'file'; format: ExportFormat } | { type: 'picture'; format: ImageFormat; page: RoomPage }

/** Results of this group as files, for those who may take them; what stays behind is shown before. */
export function ExportMenu() {
  const { t } = useTranslation()
  const { workshop, group } = useRoom()
  const me = useFacilitation((facilitation) => facilitation.me)
  const page = useOwnPage()
  const onBoard = useView(({ face }) => face === 'board')
  const [wanted, setWanted] = useState<Wanted | null>(null)
  if (!me || !mayExport(workshop.id, group.id, me)) return null

  const files = fileFormats.map((format) => ({
    id: format,
    label: t(`room.export.${format}`),
    onSelect: () => setWanted({ type: 'file', format }),
  }))
  const pictures = imageFormats.map((format) => ({
    id: format,
    label: t(`room.export.${format}`),
    disabled: !onBoard,
    onSelect: () => page && setWanted({ type: 'picture', format, page }),
  }))
  const close = () => setWanted(null)
  return (
    <>
      <Menu
        label={t('room.export.label')}
        icon={<Download aria-hidden="true" />}
        iconOnly
        items={[...files, ...pictures]}
      />
      <Suspense fallback={null}>
        {wanted?.type === 'file' ? (
          <FileCheckDialog
            {...{ workshop }}
            groupId={group.id}
            name={group.name}
            format={wanted.format}
            onClose={close}
          />
        ) : null}
        {wanted?.type === 'picture' ? <PictureCheckDialog {...wanted} onClose={close} /> : null}
      </Suspense>
    </>
  )
}

interface PictureCheckDialogProps {
  format: ImageFormat
  page: RoomPage
  onClose: () => void
}

/** The check before a picture of a page. */
function PictureCheckDialog({ format, page, onClose }: PictureCheckDialogProps) {
  const { t } = useTranslation()
  const { workshop, group, board } = useRoom()
  const [isDrawing, setDrawing] = useState(false)
  const draw = async () => {
    setDrawing(true)
    try {
      const picture = await board.current?.exportPage(group.name, page.id, format)
      if (!picture) throw new Error('the board is not on screen any more')
      downloadFile(`${picture.name}.${format}`, picture.blob)
    } catch {
      // Whatever the canvas could not draw, nothing is lost; the person can try the other format.
      toasts.show({ text: t('room.export.failed'), tone: 'attention', outlastsPage: true })
    }
    onClose()
  }
  return (
    <ReleaseCheckDialog
      workshop={workshop}
      leaver={{ name: page.name, groupId: group.id, pageId: page.id, isComplete: false }}
      onClose={onClose}
      take={
        <Button
          variant="primary"
          icon={<Download aria-hidden="true" />}
          busy={isDrawing}
          onClick={() => void draw()}
        >
          {t('workshop.exports.download')} ({format.toUpperCase()})
        </Button>
      }
    />
  )
}

function mayExport(workshopId: WorkshopId, groupId: GroupId, { memberId, role }: Person): boolean {
  const member = { memberId, workshopId, role, groupIds: [groupId] }
  return may({ account: null, member }, 'room.export', { type: 'room', workshopId, groupId, locked: false })
}
