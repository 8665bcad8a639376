import { type KeyboardEvent, type MouseEvent, type RefObject, type SyntheticEvent } from 'react'
import { plainKind } from '#shared/kinds/index.ts'
import { useTranslation } from 'react-i18next'
import { unreachable } from '#shared/base/result.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { CardLine } from './CardLine.tsx'
import styles from './ListView.module.css'
import type { CardRow, Row, UnplacedRow } from './rows.ts'
import { SectionLine } from './SectionLine.tsx'
import { intentOf, type RowAction } from './tree-keys.ts'
import type { Folding } from './use-folding.ts'
import type { ListActions } from './use-list-actions.ts'
import { useRowDrag } from './use-row-drag.ts'
import { useRowWindow } from './use-row-window.ts'

interface RowTreeProps {
  ref: RefObject<HTMLDivElement | null>
  session: RoomSession
  rows: readonly Row[]
  editing: string | null
  /** Cards that are moved together. */
  chosen: ReadonlySet<string>
  actions: ListActions
  mayWrite: boolean
  folding: Folding
  roving: { active: string | null; focusRow: (id: string) => void; setActive: (id: string) => void }
  /** Where a new card goes. */
  place: string
}

/** The rows as an ARIA treegrid: one stop in the tab order, arrows move, keys act on the active row. */
export function RowTree(props: RowTreeProps) {
  const { ref, session, rows, editing, chosen, actions, mayWrite, folding, roving, place } = props
  const { t } = useTranslation()
  const pieces = useRowWindow(ref, rows, roving.active)
  const drag = useRowDrag(rows, actions)

  const onKeyDown = (event: KeyboardEvent) => {
    if (undoKey(event, actions) || !isRow(event.target)) return
    const key = {
      key: event.key,
      alt: event.altKey,
      ctrl: event.ctrlKey || event.metaKey,
      shift: event.shiftKey,
    }
    const intent = intentOf(key, rows, roving.active ?? '')
    if (!intent) return
    event.preventDefault()
    event.stopPropagation()
    // A key that is held would take card after card off the board, each by itself, and nobody would be asked
    if (event.repeat && intent.type === 'act' && intent.action === 'takeOff') return
    if (intent.type === 'focus') roving.focusRow(intent.id)
    else if (intent.type === 'fold') folding.fold(intent.id, intent.expanded)
    else
      perform(
        intent.action,
        rows.find((row) => row.id === roving.active)!,
        actions,
        place,
      )
  }
  const activate = (event: SyntheticEvent) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset.row
    if (row && row !== roving.active) roving.setActive(row)
  }

  const chooseByClick = (event: MouseEvent) => {
    if (!event.ctrlKey && !event.metaKey) return
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset.row
    const row = rows.find((one) => one.id === id)
    if (row?.type !== 'card') return
    event.preventDefault()
    event.stopPropagation()
    actions.choose(row)
  }

  const line = (row: Row) =>
    'expanded' in row ? (
      <SectionLine
        key={row.id}
        {...{ session, row, actions, mayWrite }}
        active={row.id === roving.active}
        onFold={folding.fold}
      />
    ) : (
      <CardLine
        key={row.id}
        {...{ session, row, actions, mayWrite }}
        onFold={folding.fold}
        active={row.id === roving.active}
        editing={row.id === editing}
        chosen={chosen.has(row.id)}
      />
    )

  return (
    <div
      ref={ref}
      role="treegrid"
      aria-label={t('list.tree')}
      aria-readonly={!mayWrite}
      aria-multiselectable
      className={styles.tree}
      onKeyDown={onKeyDown}
      onFocus={activate}
      onClick={activate}
      onClickCapture={chooseByClick}
      {...(mayWrite && drag)}
    >
      {pieces.map((piece) =>
        piece.type === 'row' ? line(rows[piece.index]!) : <Gap key={`gap-${piece.from}`} {...piece} />,
      )}
    </div>
  )
}

/** Room for rows out of sight. */
const Gap = ({ height }: { height: number }) => <div role="presentation" style={{ blockSize: height }} />

const isRow = (target: EventTarget) => target instanceof HTMLElement && target.dataset.row !== undefined

function undoKey(event: KeyboardEvent, actions: ListActions): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return false
  const key = event.key.toLowerCase()
  const redo = key === 'y' || (key === 'z' && event.shiftKey)
  if (!redo && key !== 'z') return false
  event.preventDefault()
  event.stopPropagation()
  if (redo) actions.redo()
  else actions.undo()
  return true
}

function perform(action: RowAction, row: Row, actions: ListActions, place: string): void {
  if (action === 'create') actions.create(plainKind, place)
  else if (!('expanded' in row)) performOnCard(action, row, actions)
}

function performOnCard(
  action: Exclude<RowAction, 'create'>,
  row: CardRow | UnplacedRow,
  actions: ListActions,
): void {
  switch (action) {
    case 'open':
      return actions.open(row)
    case 'comment':
      return actions.comment(row)
    case 'menu':
      return actions.openMenu(row)
    case 'edit':
      return actions.edit(row)
    case 'moveTo':
      return actions.chooseTarget(row)
    case 'link':
      return actions.link(row)
    case 'choose':
      return actions.choose(row)
    case 'earlier':
      return actions.reorder(row, -1)
    case 'later':
      return actions.reorder(row, 1)
    case 'duplicate':
      return actions.duplicate(row)
    case 'takeOff':
      return actions.takeOff(row)
    default:
      return unreachable(action)
  }
}
