import { firstPageOf, numberIn, pageOf, textIn, unflattenRecord, type BoardRecord } from './board-record.ts'
import { readArtefact, type Artefact } from './artefacts.ts'
import { quadrantOf, quadrants } from './containers.ts'
import { bySeat, flowFrom, isSheet, seatFrom } from './fields.ts'
import { wordsOfRichText } from './rich-text.ts'
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
  /** What is written on the sheet itself: free text, labels of shapes and arrows, in reading order. */
  drawn: string[]
}

export interface OutlineFrame {
  id: string
  name: string
  frames: OutlineFrame[]
  cards: OutlineCard[]
  drawn: string[]
}

export interface OutlineCard {
  shapeId: string
  artefact: Artefact
  /** Cards that lie on it: a cluster's in their order, a matrix's quadrant by quadrant. */
  held: OutlineCard[]
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
  // Where the canvas shows what lies on something that is gone
  const refuge = firstPageOf(board) ?? ''
  board.forEach((flat, id) => {
    // Under its key: what a damaged record calls itself is nobody's id
    const record: BoardRecord = { ...unflattenRecord(flat), id }
    if (record.typeName === 'page') pages.push(record)
    else if (record.typeName === 'shape') {
      const parentId = board.has(textIn(record.parentId)) ? textIn(record.parentId) : refuge
      const siblings = children.get(parentId)
      if (siblings) siblings.push(record)
      else children.set(parentId, [record])
    }
  })
  const sheets = new Set(pages.filter(({ id }) => isSheet(board.get(id))).map(({ id }) => id))
  const below = (parentId: string) => inside(parentId, { children, sheets, read }, new Set())
  return pages.sort(byIndex).map((page) => ({
    id: page.id,
    name: textIn(page.name),
    phase: (page.meta as { phase?: Phase }).phase ?? null,
    ...below(page.id),
  }))
}

interface Arrangement {
  children: ReadonlyMap<string, BoardRecord[]>
  /** Pages whose fields have seats and whose cards have an order. */
  sheets: ReadonlySet<string>
  read: ReadArtefact
}

type Inside = Pick<OutlineFrame, 'frames' | 'cards' | 'drawn'>

function inside(
  parentId: string,
  arrangement: Arrangement,
  above: ReadonlySet<string>,
  order: Order = arrangement.sheets.has(parentId) ? bySeats : inReadingOrder,
): Inside {
  const frames: OutlineFrame[] = []
  const cards: OutlineCard[] = []
  const drawn: string[] = []
  if (above.has(parentId)) return { frames, cards, drawn }
  const path = new Set([...above, parentId])
  for (const record of order(arrangement.children.get(parentId) ?? [])) {
    const props = (record.props ?? {}) as { artefactId?: unknown; name?: unknown }
    if (record.type === 'card') {
      const artefact = arrangement.read(textIn(props.artefactId))
      const held = inside(record.id, arrangement, path, orderOn(record)).cards
      if (artefact) cards.push({ shapeId: record.id, artefact, held })
      // What lies on a card that cannot be read is there all the same.
      else cards.push(...held)
    } else if (record.type === 'frame') {
      frames.push({
        id: record.id,
        name: textIn(props.name),
        ...inside(record.id, arrangement, path, orderInside(record, arrangement)),
      })
    } else if (record.type === 'group') {
      const group = inside(record.id, arrangement, path)
      frames.push(...group.frames)
      cards.push(...group.cards)
      drawn.push(...group.drawn)
    } else drawn.push(...drawnText(record))
  }
  return { frames, cards, drawn }
}

/** Arrows hold plain words, everything else formatted ones. */
function drawnText({ props }: BoardRecord): string[] {
  const { text, richText } = (props ?? {}) as { text?: unknown; richText?: unknown }
  const words = (textIn(text) || wordsOfRichText(richText)).trim()
  return words === '' ? [] : [words]
}

type Order = (items: readonly BoardRecord[]) => BoardRecord[]

/** What flows in a field has an order of its own; everywhere else people read from places. */
function orderInside(frame: BoardRecord, { sheets }: Arrangement): Order {
  const { seat, flow } = fieldMeta(frame)
  const flows = sheets.has(textIn(frame.parentId)) && seatFrom(seat) !== null && flowFrom(flow) !== null
  return flows ? (items) => [...items].sort(byIndex) : inReadingOrder
}

/** On a cluster the order is stored; on a matrix one reads quadrant by quadrant. */
function orderOn({ id }: BoardRecord): Order {
  const worth = (record: BoardRecord) => {
    const at: unknown = (record.meta as { at?: unknown } | undefined)?.at
    const [matrix, x, y] = (Array.isArray(at) ? at : []) as unknown[]
    return matrix === id ? quadrantOf({ x: numberIn(x), y: numberIn(y) }) : null
  }
  const rank = (record: BoardRecord) => {
    const quadrant = worth(record)
    return quadrant === null ? quadrants.length : quadrants.indexOf(quadrant)
  }
  return (items) => [...items].sort((a, b) => rank(a) - rank(b) || byIndex(a, b))
}

const fieldMeta = ({ meta }: BoardRecord) => (meta ?? {}) as { seat?: unknown; flow?: unknown }

/** Fields row by row, then what lies beside them. */
const bySeats: Order = (items) => {
  const seated = items.flatMap((record) => {
    const seat = record.type === 'frame' ? seatFrom(fieldMeta(record).seat) : null
    return seat ? [{ id: record.id, seat, record }] : []
  })
  const fields = seated.sort(bySeat).map(({ record }) => record)
  return [...fields, ...inReadingOrder(items.filter((item) => !fields.includes(item)))]
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

/** Siblings as arranged. Ids decide ties, so that all screens agree. */
export function byIndex(a: BoardRecord, b: BoardRecord): number {
  const [left, right] = [textIn(a.index), textIn(b.index)]
  return left === right ? byId(a, b) : left < right ? -1 : 1
}

/** Every card of a page, in reading order: those in frames and those on cards included. */
export function cardsOf(part: { frames: OutlineFrame[]; cards: OutlineCard[] }): OutlineCard[] {
  return [...part.cards.flatMap(withHeld), ...part.frames.flatMap(cardsOf)]
}

/** A card and everything that lies on it. */
export const withHeld = (card: OutlineCard): OutlineCard[] => [card, ...card.held.flatMap(withHeld)]

/**
 * Artefacts without a placement on any page: taken off the board, or left behind when somebody put them on a page that
 * was removed in the same moment; still there (the list view's "Abgelegt").
 */
export function unplacedArtefacts(
  { board, artefacts }: Pick<Roots, 'board' | 'artefacts'>,
  read: ReadArtefact = (id) => readArtefact(artefacts, id),
): Artefact[] {
  const placed = new Set<unknown>()
  board.forEach((record, id) => {
    const artefactId = record.get('p.artefactId')
    if (artefactId !== undefined && pageOf(board, id) !== null) placed.add(artefactId)
  })
  return [...artefacts.keys()].filter((id) => !placed.has(id)).flatMap((id) => read(id) ?? [])
}
