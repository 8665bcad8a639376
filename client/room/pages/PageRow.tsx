import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import { ArrowDown, ArrowUp, Ellipsis, GripVertical } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFacilitation, usePages, useRoom } from '#client/room-context/room-context.ts'
import type { RoomPage } from '#client/room-context/room-pages.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { Menu } from '#client/ui/Menu.tsx'
import { phases } from '#shared/workshop/phases.ts'
import { pageUse } from './page-actions.ts'
import { focusIn } from './row-focus.ts'
import { PageNameForm } from './PageNameForm.tsx'
import type { Moves } from './moves.ts'
import styles from './PagesDialog.module.css'

interface PageRowProps {
  page: RoomPage
  handle: { draggable: boolean; onDragStart: (event: DragEvent) => void; onDragEnd: () => void }
  move: Moves
  onRemove: () => void
}

/** One page with all that can be done to it; Alt and the arrow keys move it from wherever the focus is. */
export function PageRow({ page, handle, move, onRemove }: PageRowProps) {
  const { t } = useTranslation()
  const { workshop } = useRoom()
  const [naming, setNaming] = useState(false)
  const row = useRef<HTMLLIElement>(null)
  const wasNaming = useRef(false)
  useEffect(() => {
    if (wasNaming.current && !naming) focusIn(row.current, 'menu')
    wasNaming.current = naming
  }, [naming])
  const byKey = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (!event.altKey || by === 0) return
    event.preventDefault()
    move.beside(page, by)
  }
  if (naming)
    return (
      <li className={styles.page} data-page={page.id}>
        <PageNameForm page={page} onDone={() => setNaming(false)} />
      </li>
    )
  return (
    <li ref={row} className={styles.page} data-page={page.id} onKeyDown={byKey}>
      <span className={styles.handle} title={t('room.pages.drag')} {...handle}>
        <GripVertical aria-hidden="true" />
      </span>
      <span className={styles.name} lang={workshop.language}>
        {page.name}
      </span>
      <IconButton
        data-action="up"
        label={t('room.pages.up', { page: page.name })}
        icon={<ArrowUp aria-hidden="true" />}
        onClick={() => move.beside(page, -1)}
      />
      <IconButton
        data-action="down"
        label={t('room.pages.down', { page: page.name })}
        icon={<ArrowDown aria-hidden="true" />}
        onClick={() => move.beside(page, 1)}
      />
      <PageMenu page={page} move={move} onName={() => setNaming(true)} onRemove={onRemove} />
    </li>
  )
}

interface PageMenuProps {
  page: RoomPage
  move: Moves
  onName: () => void
  onRemove: () => void
}

function PageMenu({ page, move, onName, onRemove }: PageMenuProps) {
  const { t } = useTranslation()
  const pages = usePages()
  const state = useFacilitation((facilitation) => facilitation.state)
  const use = pageUse(page.id, state, pages.length)
  const elsewhere = phases.map((phase) => ({
    id: phase,
    label: t('room.pages.toPhase', { phase: t(`workshop.phaseShort.${phase}`) }),
    short: t(`workshop.phaseShort.${phase}`),
    checked: phase === page.phase,
    onSelect: () => {
      const ranks = pages.filter((one) => one.phase === phase).length
      if (phase !== page.phase) move.to(page, phase, ranks)
    },
  }))
  return (
    <Menu
      label={t('room.pages.more', { page: page.name })}
      icon={<Ellipsis aria-hidden="true" />}
      iconOnly
      items={[
        { id: 'name', label: t('room.pages.rename'), onSelect: onName },
        {
          id: 'remove',
          label: use === null ? t('room.pages.remove') : t(`room.pages.inUse.${use}`),
          danger: use === null,
          disabled: use !== null,
          onSelect: onRemove,
        },
        { id: 'phase', heading: t('room.pages.phase'), items: elsewhere },
      ]}
    />
  )
}
