import type * as Y from 'yjs'
import { unflattenRecord, type BoardRecord } from './board-record.ts'
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

export function outlineOf({ board, artefacts }: Pick<Roots, 'board' | 'artefacts'>): OutlinePage[] {
  const children = new Map<string, BoardRecord[]>()
  const pages: BoardRecord[] = []
  board.forEach((flat) => {
    const record = unflattenRecord(flat)
    if (record.typeName === 'page') pages.push(record)
    else if (record.typeName === 'shape') {
      const parent = String(record.parentId)
      children.set(parent, [...(children.get(parent) ?? []), record])
    }
  })
  const below = (parentId: string) => inside(parentId, children, artefacts, new Set())
  return pages.sort(byIndex).map((page) => ({
    id: page.id,
    name: String(page.name ?? ''),
    phase: (page.meta as { phase?: Phase }).phase ?? null,
    ...below(page.id),
  }))
}

function inside(
  parentId: string,
  children: Map<string, BoardRecord[]>,
  artefacts: Y.Map<Y.Map<unknown>>,
  above: ReadonlySet<string>,
): { frames: OutlineFrame[]; cards: OutlineCard[] } {
  const frames: OutlineFrame[] = []
  const cards: OutlineCard[] = []
  if (above.has(parentId)) return { frames, cards }
  const path = new Set([...above, parentId])
  for (const record of inReadingOrder(children.get(parentId) ?? [])) {
    const props = (record.props ?? {}) as { artefactId?: string; name?: string }
    if (record.type === 'card') {
      const artefact = readArtefact(artefacts, String(props.artefactId))
      if (artefact) cards.push({ shapeId: record.id, artefact })
    } else if (record.type === 'frame') {
      frames.push({
        id: record.id,
        name: String(props.name ?? ''),
        ...inside(record.id, children, artefacts, path),
      })
    } else if (record.type === 'group') {
      const group = inside(record.id, children, artefacts, path)
      frames.push(...group.frames)
      cards.push(...group.cards)
    }
  }
  return { frames, cards }
}

function inReadingOrder(records: BoardRecord[]): BoardRecord[] {
  const sorted = [...records].sort((a, b) => Number(a.y) - Number(b.y))
  const rows: BoardRecord[][] = []
  for (const record of sorted) {
    const row = rows.at(-1)
    if (row && Number(record.y) - Number(row[0]!.y) < ROW_HEIGHT) row.push(record)
    else rows.push([record])
  }
  return rows.flatMap((row) => row.sort((a, b) => Number(a.x) - Number(b.x)))
}

const byIndex = (a: BoardRecord, b: BoardRecord) => (String(a.index) < String(b.index) ? -1 : 1)

/** Every card of a page, frames included, in reading order. */
export function cardsOf(part: { frames: OutlineFrame[]; cards: OutlineCard[] }): OutlineCard[] {
  return [...part.cards, ...part.frames.flatMap(cardsOf)]
}

/** Artefacts without a placement: taken off the board, still there (the list view's "Abgelegt"). */
export function unplacedArtefacts({ board, artefacts }: Pick<Roots, 'board' | 'artefacts'>): Artefact[] {
  const placed = new Set<unknown>()
  board.forEach((record) => placed.add(record.get('p.artefactId')))
  return [...artefacts.keys()]
    .filter((id) => !placed.has(id))
    .flatMap((id) => readArtefact(artefacts, id) ?? [])
}
