import { type CSSProperties } from 'react'
import { useStore } from 'zustand'
import { ChevronRight, FilePlus2, Frame, Inbox, Lock, LockOpen, PanelTop } from 'lucide-react'
import { plainKind } from '#shared/kinds/index.ts'
import { useTranslation } from 'react-i18next'
import { isDirectlyLocked } from '#shared/document/locks.ts'
import { useLocked } from '#client/artefacts/locks.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import styles from './ListView.module.css'
import type { SectionRow } from './rows.ts'
import type { ListActions } from './use-list-actions.ts'

interface SectionLineProps {
  session: RoomSession
  row: SectionRow
  active: boolean
  mayWrite: boolean
  actions: ListActions
  onFold: (id: string, expanded: boolean) => void
}

const icons = { page: PanelTop, frame: Frame, unplaced: Inbox }

/** A page, a frame, or the place for cards that lie on no page. */
export function SectionLine({ session, row, active, mayWrite, actions, onFold }: SectionLineProps) {
  const { t } = useTranslation()
  const { language } = session
  const isLocked = useLocked(session).records.has(row.id)
  // A frame may lie in one that is locked, and has no lock of its own then
  const hasLock = isDirectlyLocked(session.roots.board, row.id)
  const mayFacilitate = useStore(session.facilitation, (view) => view.mayFacilitate)
  const name = useSectionName(row)
  const Icon = icons[row.type]
  return (
    <div
      role="row"
      data-row={row.id}
      data-type={row.type}
      className={styles.section}
      style={{ '--level': row.level } as CSSProperties}
      tabIndex={active ? 0 : -1}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={row.expanded}
    >
      <div role="gridcell" className={styles.main}>
        <button
          type="button"
          tabIndex={-1}
          className={styles.fold}
          onClick={() => onFold(row.id, !row.expanded)}
        >
          <ChevronRight aria-hidden="true" className={styles.chevron} />
          <Icon aria-hidden="true" />
          <span className={styles.name} lang={row.type !== 'unplaced' && row.name ? language : undefined}>
            {name}
          </span>
          <span className={styles.count}>
            {row.cardCount > 0 ? t('list.cards', { count: row.cardCount }) : t('list.noCards')}
          </span>
        </button>
      </div>
      <div role="gridcell" className={styles.tools}>
        {mayWrite && mayFacilitate && row.type === 'frame' ? (
          <IconButton
            label={t(hasLock ? 'artefacts.lock.unlockFrame' : 'artefacts.lock.lockFrame', { place: name })}
            icon={hasLock ? <LockOpen aria-hidden="true" /> : <Lock aria-hidden="true" />}
            tabIndex={active ? 0 : -1}
            onClick={() => actions.lock(row.id)}
          />
        ) : isLocked ? (
          <span className={styles.count}>
            <Lock aria-hidden="true" /> {t('artefacts.lock.locked')}
          </span>
        ) : null}
        {mayWrite && row.type !== 'unplaced' && (mayFacilitate || !isLocked) ? (
          <IconButton
            label={t('list.newCardIn', { place: name })}
            icon={<FilePlus2 aria-hidden="true" />}
            tabIndex={active ? 0 : -1}
            onClick={() => actions.create(plainKind, row.id)}
          />
        ) : null}
      </div>
    </div>
  )
}

function useSectionName({ type, name }: SectionRow): string {
  const { t } = useTranslation()
  if (type === 'unplaced') return t('list.unplaced')
  return name || t(type === 'page' ? 'list.unnamedPage' : 'list.unnamedFrame')
}
