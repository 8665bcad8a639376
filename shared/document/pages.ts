import type * as Y from 'yjs'
import { isPhase, phases, type Phase } from '../workshop/phases.ts'
import { limits } from '../base/limits.ts'
import { isSameText } from '../base/folded-text.ts'
import { cutBetweenCharacters, isVisible, nameable } from '../base/visible-text.ts'
import { pageOf, textIn, unflattenRecord, writeRecord, type BoardRecord } from './board-record.ts'
import { fieldsOn } from './fields.ts'
import { byOrder, indexAtRank, inOrder } from './order.ts'
import { moveToParent } from './placements.ts'
import type { Roots } from './roots.ts'

/**
 * Pages as the moderation arranges them: renamed, put in order, moved to another phase, taken away. A page keeps its id
 * whatever it is called and wherever it stands, so that steps, votes and links still find it.
 * Call the writing functions inside a transaction.
 */
type Board = Y.Map<Y.Map<unknown>>

interface BoardPage {
  id: string
  index: string
  name: string
  /** Null: belongs to no phase, and stands behind all that do. */
  phase: Phase | null
}

/** In the order of their indices. */
export function boardPages(board: Board): BoardPage[] {
  const pages: BoardPage[] = []
  board.forEach((record, id) => {
    if (record.get('typeName') !== 'page') return
    const phase = record.get('m.phase')
    const name = textIn(record.get('name'))
    pages.push({ id, index: textIn(record.get('index')), name, phase: isPhase(phase) ? phase : null })
  })
  return inOrder(pages)
}

/** "Ideen", then "Ideen 2", "Ideen 3": two pages of one name could not be told apart. */
export function freePageName(board: Board, name: string): string {
  const taken = boardPages(board).map((page) => page.name)
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${name} ${n}`
    if (!taken.some((one) => isSameText(one, candidate))) return candidate
  }
}

/** A page's name as it may be stored: one line, not longer than any other name, and nothing where nobody would see it. */
export function pageNameFrom(typed: string): string {
  const name = nameable(typed).replace(/\s+/g, ' ').trim()
  return isVisible(name) ? cutBetweenCharacters(name, limits.maxNameChars) : ''
}

/** Behind the last page of a phase, or of the nearest phase before it that has pages. */
export function indexBehindPhase(pages: readonly BoardPage[], phase: Phase): string {
  const reached = phases.slice(0, phases.indexOf(phase) + 1)
  const nearest = reached.findLast((one) => pages.some((page) => page.phase === one))
  const last = pages.findLastIndex((page) => page.phase === nearest)
  return indexAtRank(pages, nearest === undefined ? 0 : last + 1)
}

/** Answers false where there is no such page, no name, or another page of that name. */
export function renamePage(board: Board, pageId: string, typed: string): boolean {
  const name = pageNameFrom(typed)
  const others = boardPages(board).filter(({ id }) => id !== pageId)
  if (!board.has(pageId) || name === '' || others.some((page) => isSameText(page.name, name))) return false
  board.get(pageId)?.set('name', name)
  return true
}

/** Where a page stands among those of its phase. */
interface PagePlace {
  phase: Phase | null
  /** From 0. */
  rank: number
}

/** Puts a page to a rank in a phase. */
export function movePage(board: Board, pageId: string, { phase, rank }: PagePlace): void {
  const page = board.get(pageId)
  if (!page) return
  const others = boardPages(board).filter(({ id }) => id !== pageId)
  const siblings = others.filter((one) => one.phase === phase)
  const isAlone = siblings.length === 0 && phase !== null
  page.set('index', isAlone ? indexBehindPhase(others, phase) : indexAtRank(siblings, rank))
  if (phase === null) page.delete('m.phase')
  else page.set('m.phase', phase)
}

/**
 * Where a page comes that moves one rank up or down in the order in which pages are shown: within its phase, and past
 * its first or last rank into the phase before or behind; null where there is nothing further.
 */
export function placeBeside(board: Board, pageId: string, by: 1 | -1): PagePlace | null {
  const pages = boardPages(board)
  const page = pages.find(({ id }) => id === pageId)
  if (!page) return null
  const countIn = (phase: Phase | null) => pages.filter((one) => one.phase === phase).length
  const rank = pages.filter(({ phase }) => phase === page.phase).indexOf(page) + by
  if (rank >= 0 && rank < countIn(page.phase)) return { phase: page.phase, rank }
  const sections: (Phase | null)[] = [...phases, null]
  const next = sections[sections.indexOf(page.phase) + by]
  // Into no phase at all nobody comes by one press too many
  if (next === undefined || (next === null && by > 0)) return null
  return { phase: next, rank: by > 0 ? 0 : countIn(next) }
}

/** What lies on a page, whatever it lies in: ids of cards, and of all shapes. */
export function contentOfPage(board: Board, pageId: string): { cards: string[]; shapes: string[] } {
  const cards: string[] = []
  const shapes: string[] = []
  board.forEach((record, id) => {
    if (record.get('typeName') !== 'shape' || pageOf(board, id) !== pageId) return
    shapes.push(id)
    if (record.get('type') === 'card') cards.push(id)
  })
  return { cards, shapes }
}

/**
 * Takes a page away, with its fields and what is drawn on it.
 * @param cardsTo page to which its cards go, into the fields for their kinds; null: they lie on no page any more, and can
 * be put back from what is set aside
 * @returns all records that went or moved, as they were, for `bringBackPage`
 */
export function removePage(
  { board, artefacts }: Roots,
  pageId: string,
  cardsTo: string | null,
): BoardRecord[] {
  const { cards, shapes } = contentOfPage(board, pageId)
  const bound = new Set(shapes)
  const bindings = [...board].flatMap(([id, record]) =>
    bound.has(textIn(record.get('fromId'))) || bound.has(textIn(record.get('toId'))) ? [id] : [],
  )
  const gone = [pageId, ...shapes, ...bindings]
  const before = gone.flatMap((id) => {
    const record = board.get(id)
    return record ? [{ ...unflattenRecord(record), id }] : []
  })
  const staying = cardsTo === null ? new Set<string>() : new Set(cards)
  if (cardsTo !== null)
    for (const id of inPageOrder(board, pageId, cards)) {
      const kind = artefacts.get(textIn(board.get(id)?.get('p.artefactId')))?.get('kind')
      moveToParent(board, id, cardsTo, kind)
    }
  for (const id of gone) if (!staying.has(id)) board.delete(id)
  return before
}

/** Cards that lie on no other, field by field in their order. */
function inPageOrder(board: Board, pageId: string, cards: readonly string[]): string[] {
  const isCard = new Set(cards)
  const fields = fieldsOn(board, pageId).map(({ id }) => id)
  const rank = (parentId: string) => (fields.includes(parentId) ? fields.indexOf(parentId) : fields.length)
  return cards
    .map((id) => ({
      id,
      index: textIn(board.get(id)?.get('index')),
      parentId: textIn(board.get(id)?.get('parentId')),
    }))
    .filter(({ parentId }) => !isCard.has(parentId))
    .sort((a, b) => rank(a.parentId) - rank(b.parentId) || byOrder(a, b))
    .map(({ id }) => id)
}

/** Puts everything back as it was before `removePage`. What somebody has done to it since gives way. */
export function bringBackPage(board: Board, records: readonly BoardRecord[]): void {
  for (const record of records) writeRecord(board, record)
}
