import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFacilitation, usePages, useRoom } from '#client/room-context/room-context.ts'
import type { RoomPage } from '#client/room-context/room-pages.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { useRankDrag } from '#client/ui/use-rank-drag.ts'
import { browseTo } from '#client/ui-state/room-view.ts'
import { phases, type Phase } from '#shared/workshop/phases.ts'
import { useMoves, type Moves } from './moves.ts'
import { takeAway } from './page-actions.ts'
import { PageRow } from './PageRow.tsx'
import { RemovePageDialog } from './RemovePageDialog.tsx'
import styles from './PagesDialog.module.css'

/** All pages of the room by phase: to be named anew, put in order, moved to another phase and removed. */
export function PagesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const pages = usePages()
  const mayFacilitate = useFacilitation((facilitation) => facilitation.mayFacilitate)
  const [removing, setRemoving] = useState<RoomPage | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const move = useMoves(list)
  const remove = useRemoval(onClose)
  const sections: (Phase | null)[] = pages.some(({ phase }) => phase === null)
    ? [...phases, null]
    : [...phases]
  if (!mayFacilitate) return null
  return (
    <Dialog title={t('room.pages.title')} open onClose={onClose}>
      <p className={styles.quiet}>{t('room.pages.hint')}</p>
      <div ref={list}>
        {sections.map((phase) => (
          <PhaseSection
            key={phase}
            phase={phase}
            pages={pages.filter((page) => page.phase === phase)}
            move={move}
            onRemove={setRemoving}
          />
        ))}
      </div>
      {removing ? (
        <RemovePageDialog
          page={removing}
          onClose={() => setRemoving(null)}
          onRemove={(cardsTo) => {
            setRemoving(null)
            remove(removing, cardsTo)
          }}
        />
      ) : null}
    </Dialog>
  )
}

interface PhaseSectionProps {
  phase: Phase | null
  pages: readonly RoomPage[]
  move: Moves
  onRemove: (page: RoomPage) => void
}

function PhaseSection({ phase, pages, move, onRemove }: PhaseSectionProps) {
  const { t } = useTranslation()
  const ids = pages.map(({ id }) => id)
  const name = phase === null ? t('room.phases.none') : t(`workshop.phaseShort.${phase}`)
  const drag = useRankDrag('data-page', ids, (id, by) => {
    const page = pages.find((one) => one.id === id)
    if (page && by !== 0) move.to(page, phase, ids.indexOf(id) + by)
  })
  return (
    <section aria-label={name}>
      <h3 className={styles.phase}>{name}</h3>
      {pages.length === 0 ? <p className={styles.quiet}>{t('room.pages.empty')}</p> : null}
      <ol className={styles.pages} {...drag.list}>
        {pages.map((page) => (
          <PageRow
            key={page.id}
            page={page}
            handle={drag.handle(page.id)}
            move={move}
            onRemove={() => onRemove(page)}
          />
        ))}
      </ol>
    </section>
  )
}

/** Removes a page and offers the way back. */
function useRemoval(onDone: () => void): (page: RoomPage, cardsTo: string | null) => void {
  const { t } = useTranslation()
  const { session, view } = useRoom()
  return ({ id, name }, cardsTo) => {
    const wasInFront = view.getState().pageId === id
    const group = session.facilitation.getState().state?.place.pageId
    if (wasInFront && group) browseTo(view, cardsTo ?? group)
    const bringBack = takeAway(session, id, cardsTo)
    onDone()
    toasts.show({
      text: t('room.pages.removed', { page: name }),
      outlastsPage: true,
      action: {
        label: t('common.undo'),
        run: () => {
          bringBack()
          if (wasInFront) browseTo(view, id)
        },
      },
    })
  }
}
