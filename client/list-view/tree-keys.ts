import type { Row } from './rows.ts'

/** What a key asks for. Where to go is decided here, what to do with a card by the view. */
type TreeIntent =
  | { type: 'focus'; id: string }
  | { type: 'fold'; id: string; expanded: boolean }
  | { type: 'act'; action: RowAction }

export type RowAction =
  | 'open'
  | 'comment'
  | 'edit'
  | 'create'
  | 'choose'
  | 'earlier'
  | 'later'
  | 'moveTo'
  | 'link'
  | 'duplicate'
  | 'takeOff'
  | 'menu'

interface Key {
  key: string
  alt: boolean
  /** Ctrl, or Cmd on a Mac. */
  ctrl: boolean
  shift: boolean
}

const PAGE_STEP = 10

/**
 * Keys of the list, after the ARIA treegrid pattern with rows in focus. Single letters act only while a row has the
 * focus, so they never get in the way of writing.
 */
export function intentOf(key: Key, rows: readonly Row[], activeId: string): TreeIntent | null {
  const index = rows.findIndex((row) => row.id === activeId)
  const row = rows[index]
  if (!row) return null
  return key.alt || key.ctrl || key.shift ? chord(key) : (walk(key.key, rows, index, row) ?? letter(key.key))
}

function walk(key: string, rows: readonly Row[], index: number, row: Row): TreeIntent | null {
  const to = (at: number): TreeIntent => ({
    type: 'focus',
    id: rows[Math.max(0, Math.min(rows.length - 1, at))]!.id,
  })
  switch (key) {
    case 'ArrowDown':
      return to(index + 1)
    case 'ArrowUp':
      return to(index - 1)
    case 'PageDown':
      return to(index + PAGE_STEP)
    case 'PageUp':
      return to(index - PAGE_STEP)
    case 'Home':
      return to(0)
    case 'End':
      return to(rows.length - 1)
    case 'ArrowRight':
      if (isUnfolded(row) === null) return null
      return isUnfolded(row) ? to(index + 1) : { type: 'fold', id: row.id, expanded: true }
    case 'ArrowLeft':
      if (isUnfolded(row)) return { type: 'fold', id: row.id, expanded: false }
      return row.parentId ? { type: 'focus', id: row.parentId } : null
    case 'Enter':
      if (!('expanded' in row)) return act('open')
      return { type: 'fold', id: row.id, expanded: !row.expanded }
    default:
      return null
  }
}

/** Whether what lies in a row is to be seen; null for one that nothing lies in. */
function isUnfolded(row: Row): boolean | null {
  if ('expanded' in row) return row.expanded
  return row.type === 'card' && row.holds ? row.holds.unfolded : null
}

function letter(key: string): TreeIntent | null {
  switch (key) {
    case 'F2':
      return act('edit')
    case 'Delete':
    case 'Backspace':
      return act('takeOff')
    case 'ContextMenu':
      return act('menu')
    case ' ':
      return act('choose')
    case 'k':
      return act('comment')
    case 'b':
      return act('link')
    case 'n':
      return act('create')
    case 'm':
    case 'v':
      return act('moveTo')
    default:
      return null
  }
}

function chord({ key, alt, ctrl, shift }: Key): TreeIntent | null {
  if (alt && key === 'ArrowUp') return act('earlier')
  if (alt && key === 'ArrowDown') return act('later')
  if (ctrl && key.toLowerCase() === 'd') return act('duplicate')
  if (shift && key === 'F10') return act('menu')
  return null
}

const act = (action: RowAction): TreeIntent => ({ type: 'act', action })
