import { Suspense, useCallback, useState, type ReactNode } from 'react'
import { SlidesContext } from '#client/artefacts/slides-of-card.ts'
import { useFacilitation, useRoom } from '#client/room-context/room-context.ts'
import type { ExportFormat } from '#shared/protocol/export-formats.ts'
import { mayExport } from './may-export.ts'
import { FileCheckDialog, SlideFormats } from './room-parts.ts'

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
      <Suspense fallback={null}>
        {wanted && wanted.format === null ? (
          <SlideFormats
            name={wanted.name}
            onClose={close}
            onChoose={(format) => setWanted({ ...wanted, format })}
          />
        ) : null}
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
