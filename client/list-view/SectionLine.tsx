import { type CSSProperties } from 'react'
import { ChevronRight, FilePlus2, Frame, Inbox, PanelTop } from 'lucide-react'
import { plainKind } from '#shared/kinds/index.ts'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#client/ui/IconButton.tsx'
import styles from './ListView.module.css'
import type { SectionRow } from './rows.ts'
import type { ListActions } from './use-list-actions.ts'

interface SectionLineProps {
  row: SectionRow
  /** Of the names that people gave. */
  language: string
  active: boolean
  mayWrite: boolean
  actions: ListActions
  onFold: (id: string, expanded: boolean) => void
}

const icons = { page: PanelTop, frame: Frame, unplaced: Inbox }

/** A page, a frame, or the place for cards that lie on no page. */
export function SectionLine({ row, language, active, mayWrite, actions, onFold }: SectionLineProps) {
  const { t } = useTranslation()
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
        {mayWrite && row.type !== 'unplaced' ? (
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
