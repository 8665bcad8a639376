import { numberIn, textIn, unflattenRecord, type BoardRecord } from './board-record.ts'
import { readArtefact, type Artefact } from './artefacts.ts'
import type { Roots } from './roots.ts'
import type { Phase } from '../workshop/phases.ts'

/**
 * A room's document as an outline: page → frame → card. It is what the list view shows, a screen reader reads and the
 * report prints; the board shows the same with geometry. Order: pages and frames as arranged, cards in reading order
 * (rows from top to bottom, inside a row from left to right).
 */
export interface OutlinePage {
  id: string
  name: string
  phase: Phase | null
  frames: OutlineFrame[]
  /** Cards outside any frame. */
  cards: OutlineCard[]
}

export interface OutlineFrame {
  id: string
  name: string
  frames: OutlineFrame[]
  cards: OutlineCard[]
}

export interface OutlineCard {
  shapeId: string
  artefact: Artefact
}

/** Cards whose tops differ by less stand in one row. */
const ROW_HEIGHT = 80

type ReadArtefact = (id: string) => Artefact | null

/** @param read where artefacts come from; a view hands in its cache, so that only the arrangement is read anew */
export function outlineOf(
  { board, artefacts }: Pick<Roots, 'board' | 'artefacts'>,
  read: ReadArtefact = (id) => readArtefact(artefacts, id),
): OutlinePage[] {
  const children = new Map<string, BoardRecord[]>()
  const pages: BoardRecord[] = []
  board.forEach((flat, id) => {
    // Under its key: what a damaged record calls itself is nobody's id
    const record: BoardRecord = { ...unflattenRecord(flat), id }
    if (record.typeName === 'page') pages.push(record)
    else if (record.typeName === 'shape') {
      const siblings = children.get(textIn(record.parentId))
      if (siblings) siblings.push(record)
      else children.set(textIn(record.parentId), [record])
    }
  })
  const below = (parentId: string) => inside(parentId, children, read, new Set())
  return pages.sort(byIndex).map((page) => ({
    id: page.id,
    name: textIn(page.name),
    phase: (page.meta as { phase?: Phase }).phase ?? null,
    ...below(page.id),
  }))
}

function inside(
  parentId: string,
  children: Map<string, BoardRecord[]>,
  read: ReadArtefact,
  above: ReadonlySet<string>,
): { frames: OutlineFrame[]; cards: OutlineCard[] } {
  const frames: OutlineFrame[] = []
  const cards: OutlineCard[] = []
  if (above.has(parentId)) return { frames, cards }
  const path = new Set([...above, parentId])
  for (const record of inReadingOrder(children.get(parentId) ?? [])) {
    const props = (record.props ?? {}) as { artefactId?: unknown; name?: unknown }
    if (record.type === 'card') {
      const artefact = read(textIn(props.artefactId))
      if (artefact) cards.push({ shapeId: record.id, artefact })
    } else if (record.type === 'frame') {
      frames.push({
        id: record.id,
        name: textIn(props.name),
        ...inside(record.id, children, read, path),
      })
    } else if (record.type === 'group') {
      const group = inside(record.id, children, read, path)
      frames.push(...group.frames)
      cards.push(...group.cards)
    }
  }
  return { frames, cards }
}

interface Positioned {
  id: string
  x?: unknown
  y?: unknown
}

/** Rows from top to bottom, inside a row from left to right. Ids decide ties, so that all screens agree. */
export function inReadingOrder<Item extends Positioned>(items: readonly Item[]): Item[] {
  const sorted = [...items].sort((a, b) => numberIn(a.y) - numberIn(b.y) || byId(a, b))
  const rows: Item[][] = []
  for (const item of sorted) {
    const row = rows.at(-1)
    if (row && numberIn(item.y) - numberIn(row[0]!.y) < ROW_HEIGHT) row.push(item)
    else rows.push([item])
  }
  return rows.flatMap((row) => row.sort((a, b) => numberIn(a.x) - numberIn(b.x) || byId(a, b)))
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

function byIndex(a: BoardRecord, b: BoardRecord): number {
  const [left, right] = [textIn(a.index), textIn(b.index)]
  return left === right ? byId(a, b) : left < right ? -1 : 1
}

/** Every card of a page, frames included, in reading order. */
export function cardsOf(part: { frames: OutlineFrame[]; cards: OutlineCard[] }): OutlineCard[] {
  return [...part.cards, ...part.frames.flatMap(cardsOf)]
}

/** Artefacts without a placement: taken off the board, still there (the list view's "Abgelegt"). */
export function unplacedArtefacts(
  { board, artefacts }: Pick<Roots, 'board' | 'artefacts'>,
  read: ReadArtefact = (id) => readArtefact(artefacts, id),
): Artefact[] {
  const placed = new Set<unknown>()
  board.forEach((record) => placed.add(record.get('p.artefactId')))
  return [...artefacts.keys()].filter((id) => !placed.has(id)).flatMap((id) => read(id) ?? [])
}
