import type * as Y from 'yjs'
import { limits } from '../base/limits.ts'
import { textIn } from './board-record.ts'

/**
 * Entry of a board record that the moderation has locked: a card, a frame or field, anything that lies on a page. Not
 * tldraw's own `isLocked`, which holds whoever set it, too: moderators work on what is locked without unlocking it.
 */
export const LOCK = 'm.locked'

type Board = Y.Map<Y.Map<unknown>>

/** What only the moderation changes. */
export interface Locked {
  /** Board records: shapes that are locked or lie in something locked, and what ties a locked arrow. */
  records: ReadonlySet<string>
  /** Artefacts of which a placement is among them: a card's words are the same wherever it lies. */
  cards: ReadonlySet<string>
  /** What something locked lies in: without it, or with it somewhere else, that would not be where it was. */
  carriers: ReadonlySet<string>
}

export const nothingLocked: Locked = { records: new Set(), cards: new Set(), carriers: new Set() }

/** Entries of a record on which it depends what is locked. */
const decisive = [LOCK, 'parentId', 'p.artefactId']

/** Entries that decide where a shape is, and with it what lies in it. */
export const placeEntries: ReadonlySet<string> = new Set(['parentId', 'xy', 'rotation'])

/** What is locked on a board. Looks through all of it, once where nothing is. */
export function lockedOn(board: Board): Locked {
  let isAny = false
  board.forEach((record) => (isAny ||= record.get(LOCK) === true))
  if (!isAny) return nothingLocked
  const [records, cards, carriers] = [new Set<string>(), new Set<string>(), new Set<string>()]
  board.forEach((record, id) => {
    const shape = record.get('typeName') === 'binding' ? textIn(record.get('fromId')) : id
    const way = [shape, ...shapesAround(board, shape)]
    if (!way.some((at) => isDirectlyLocked(board, at))) return
    records.add(id)
    const card = record.get('p.artefactId')
    if (typeof card === 'string') cards.add(card)
    if (isDirectlyLocked(board, id)) for (const around of way.slice(1)) carriers.add(around)
  })
  return { records, cards, carriers }
}

/** Whether a change of these entries of one record may change what is locked. */
export const mayDecide = (locked: Locked, keys: ReadonlySet<string | null>): boolean =>
  locked.records.size > 0 ? decisive.some((key) => keys.has(key)) : keys.has(LOCK)

/** Whether records that came or went may change what is locked. */
export const mayDecideByComing = (board: Board, locked: Locked, ids: Iterable<string | null>): boolean =>
  locked.records.size > 0 || [...ids].some((id) => board.get(id ?? '')?.get(LOCK) !== undefined)

/** Whether a record has a lock of its own; without one it may still lie in something locked. */
export const isDirectlyLocked = (board: Board, id: string): boolean => board.get(id)?.get(LOCK) === true

/** Locks a record, or opens it. Call inside a transaction. */
export function setLock(board: Board, id: string, isLocked: boolean): void {
  const record = board.get(id)
  if (isLocked) record?.set(LOCK, true)
  else record?.delete(LOCK)
}

/** From the inside to the outside, without the page. */
function shapesAround(board: Board, id: string): string[] {
  const around: string[] = []
  let at = textIn(board.get(id)?.get('parentId'))
  while (at.startsWith('shape:') && around.length < limits.maxShapeNesting) {
    around.push(at)
    at = textIn(board.get(at)?.get('parentId'))
  }
  return around
}
