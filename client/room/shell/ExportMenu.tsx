import { Suspense, useState } from 'react'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Menu } from '#client/ui/Menu.tsx'
import { fileFormats, type ExportFormat } from '#shared/protocol/export-formats.ts'
import { useFacilitation, useOwnPage, useRoom } from '#client/room-context/room-context.ts'
import type { RoomPage } from '#client/room-context/room-pages.ts'
import { mayExport } from './may-export.ts'
import { FileCheckDialog } from './room-parts.ts'

const imageFormats = ['png', 'svg'] as const

/** A file of the group, or a picture of one of its pages. */
interface Wanted {
  format: ExportFormat
  page: RoomPage | null
}

/** Results of this group as files, for those who may take them; what stays behind is shown before. */
export function ExportMenu() {
  const { t } = useTranslation()
  const { workshop, group } = useRoom()
  const me = useFacilitation((facilitation) => facilitation.me)
  const page = useOwnPage()
  const [wanted, setWanted] = useState<Wanted | null>(null)
  if (!me || !mayExport(workshop.id, group.id, me)) return null

  const files = fileFormats.map((format) => ({
    id: format,
    label: t(`room.export.${format}`),
    onSelect: () => setWanted({ format, page: null }),
  }))
  const pictures = imageFormats.map((format) => ({
    id: format,
    label: t(`room.export.${format}`),
    disabled: !page,
    onSelect: () => page && setWanted({ format, page }),
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
        {wanted ? (
          <FileCheckDialog
            {...{ workshop }}
            groupId={group.id}
            name={wanted.page?.name ?? group.name}
            format={wanted.format}
            {...(wanted.page ? { pageId: wanted.page.id, query: { content: 'pictures' } } : {})}
            onClose={close}
          />
        ) : null}
      </Suspense>
    </>
  )
}
