import { Suspense, useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SlidesContext } from '#client/artefacts/slides-of-card.ts'
import { useFacilitation, useRoom } from '#client/room-context/room-context.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { formatsOf, type ExportFormat } from '#shared/protocol/export-formats.ts'
import { mayExport } from './may-export.ts'
import { FileCheckDialog } from './room-parts.ts'

interface Wanted {
  id: string
  name: string
  format: ExportFormat | null
}

/** Lets whoever takes files take the slides of one pitch or concept from its card. */
export function SlidesOfCards({ children }: { children: ReactNode }) {
  const { workshop, group } = useRoom()
  const me = useFacilitation((facilitation) => facilitation.me)
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const ask = useCallback((card: Omit<Wanted, 'format'>) => setWanted({ ...card, format: null }), [])
  const close = () => setWanted(null)
  return (
    <SlidesContext value={me && mayExport(workshop.id, group.id, me) ? ask : null}>
      {children}
      {wanted && wanted.format === null ? (
        <Formats name={wanted.name} onClose={close} onChoose={(format) => setWanted({ ...wanted, format })} />
      ) : null}
      <Suspense fallback={null}>
        {wanted?.format ? (
          <FileCheckDialog
            {...{ workshop }}
            groupId={group.id}
            name={wanted.name}
            format={wanted.format}
            query={{ content: 'slides', card: wanted.id }}
            onClose={close}
          />
        ) : null}
      </Suspense>
    </SlidesContext>
  )
}

interface FormatsProps {
  name: string
  onClose: () => void
  onChoose: (format: ExportFormat) => void
}

function Formats({ name, onClose, onChoose }: FormatsProps) {
  const { t } = useTranslation()
  return (
    <Dialog
      open
      size="small"
      title={t('artefacts.panel.slidesOf', { name })}
      onClose={onClose}
      actions={formatsOf('slides').map((format) => (
        <Button key={format} onClick={() => onChoose(format)}>
          {t(`workshop.exports.format.${format}`)}
        </Button>
      ))}
    >
      <p>{t('artefacts.panel.slidesText')}</p>
    </Dialog>
  )
}
